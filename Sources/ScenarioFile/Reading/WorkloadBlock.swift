import Documents
import Quantities
import Scenario
import Workload

/// The guests.
enum WorkloadBlock {
  static let schema = BlockSchema(
    "workload", "What is to be run, the same in every layout.",
    keys: [
      .required("measured on", measuredOn, "The machine whose throughput is 100 % of every demand."),
      .required("guests", .list(of: .block(GuestBlock.schema)), "The guests, in groups of one kind."),
    ])

  static let measuredOn = ValueKind.oneOf([.reference("server model"), .quantity(WorkPerSecond.self)])

  static func read(_ block: BlockReader, _ context: ReadingContext, horizon: Horizon?) -> [GuestGroup]? {
    let machine = block["measured on"].flatMap { reference($0, context) }
    let guests = all(block.list("guests")) { value in
      value.block().flatMap { GuestBlock.read($0, context, reference: machine, horizon: horizon) }
    }
    if block.has("guests"), guests?.isEmpty ?? false {
      block.error("guests", "there are no guests", help: "describe at least one group")
      return nil
    }
    return guests
  }

  /// A server model, or a work rate written out.
  static func reference(_ value: ValueReader, _ context: ReadingContext) -> DemandReference? {
    if value.source.scalar?.text.contains(" ") ?? false {
      return value.quantity(WorkPerSecond.self, .between(WorkPerSecond(1), WorkPerSecond(1e12)))
        .map(DemandReference.absolute)
    }
    return HardwareNames.server(value, context).map {
      DemandReference(name: $0.slug, throughput: $0.throughput)
    }
  }
}
