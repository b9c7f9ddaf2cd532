/// How the page looks: on a screen by day and by night, on a narrow screen, and on A4.
enum Stylesheet {
  static let markup = Markup.style(
    """
    :root{color-scheme:light dark;--paper:#fff;--ink:#1a1e22;--soft:#59626b;--line:#d9dee3;--panel:#f5f7f8;
    --good:#00694d;--bad:#a84300;--frame:#3b4248;--opening:#e9edf0;--bay:#cfd6dc;--case:#aab4bc}
    @media (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e8ebee;--soft:#a3acb5;--line:#363d44;
    --panel:#1c2024;--good:#4fd0a5;--bad:#ff9d5c;--frame:#8b959e;--opening:#22282d;--bay:#3a434b;--case:#59646d}}
    *{box-sizing:border-box}
    html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
    -webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:40px 32px 64px;max-width:1024px;background:var(--paper);color:var(--ink)}
    h1{font-size:39px;line-height:1.15;letter-spacing:-.015em;margin:0 0 8px;text-wrap:balance}
    h2{font-size:25px;line-height:1.25;margin:0 0 16px;text-wrap:balance}
    h3{font-size:18px;line-height:1.35;margin:24px 0 8px;font-weight:600;max-width:44em}
    h4{font-size:16px;margin:0}details h4{margin:16px 0 4px;font-size:14px}
    p{margin:0 0 12px;max-width:70ch}
    section,footer{margin:56px 0 0;padding:24px 0 0;border-top:1px solid var(--line)}
    .answer{font-size:25px;line-height:1.35;margin:24px 0 0;max-width:36em;text-wrap:pretty}
    .lead{font-size:18px}
    .quiet{color:var(--soft);font-size:14px}
    td .quiet,th .quiet{font-weight:400}
    figure{margin:0 0 32px}
    figcaption h3{margin-top:0}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:14px}
    th,td{padding:6px 0 6px 24px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    th:first-child{padding-left:0;font-weight:400}
    thead th{border-bottom:2px solid var(--line);color:var(--soft);font-weight:600;vertical-align:bottom}
    .numbers th:not(:first-child),.numbers td{text-align:right}
    .scroll{overflow-x:auto;max-width:100%}.scroll+p{margin-top:8px}
    .verdict{margin-top:32px;padding:8px 24px 12px;border:0;border-radius:12px;background:var(--panel)}
    .verdict-table{width:100%;min-width:calc(200px + var(--layouts)*84px);font-size:16px;table-layout:fixed}
    .verdict-table th:first-child{width:30%}
    .verdict-table th,.verdict-table td{padding-top:8px;padding-bottom:8px}
    .verdict-table td,.verdict-table thead th:not(:first-child){text-align:right}
    .verdict-table thead th{color:var(--ink);overflow-wrap:anywhere}
    .verdict-table tbody tr:last-child th,.verdict-table tbody tr:last-child td{border-bottom:0}
    .value{font-weight:600}
    .interval{color:var(--soft);font-size:13px;white-space:nowrap}.verdict-table .interval{white-space:normal}
    .change{display:block;font-size:13px;line-height:1.3}
    .verdict p{margin:8px 0 0;font-size:13px}
    .verdict .conditions{font-size:14px}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(340px,1fr));gap:8px 48px}
    .columns h3{font-size:16px}.columns figure{min-width:0}
    svg{display:block;max-width:100%;height:auto;overflow:visible;font-family:inherit}
    svg.front{max-width:none}
    .narrow{display:none}
    svg text{fill:var(--ink);font-size:12px}
    svg .tick{fill:var(--soft);font-size:11px}
    svg .note{fill:var(--soft);font-size:11.5px}
    svg .bar-name{font-weight:600;font-size:13px}
    svg .bar-total{font-size:13px;font-variant-numeric:tabular-nums}
    svg .area-name,.columns svg .bar-name,.columns svg .bar-total{font-size:12px}
    svg .number{font-variant-numeric:tabular-nums}
    .grid,.day{stroke:var(--line);stroke-width:1}
    .day{stroke:var(--paper);stroke-opacity:.45}
    .axis{stroke:var(--soft);stroke-width:1}
    .leader{stroke:var(--soft);stroke-width:.8;fill:none}
    .phase{stroke:var(--soft);stroke-width:1;stroke-dasharray:3 3}
    svg .lane{font-size:12px}.critical{stroke:var(--ink);stroke-width:1.6}.milestone{fill:var(--ink)}
    .critical-b{border:2px solid var(--ink)}
    .milestone-b{background:var(--ink);transform:rotate(45deg) scale(.75)}
    .flow{fill-opacity:.82}
    .edge{stroke:var(--paper);stroke-width:.8}
    svg .t-dark{fill:#14181b}svg .t-light{fill:#fff}
    .f-orange{fill:#e69f00}.f-sky{fill:#56b4e9}.f-green{fill:#009e73}.f-yellow{fill:#f0e442}.f-blue{fill:#0072b2}
    .f-vermillion{fill:#d55e00}.f-purple{fill:#cc79a7}.f-grey{fill:#6b747c}.f-silver{fill:#b5bdc4}
    .b-orange{background:#e69f00}.b-sky{background:#56b4e9}.b-green{background:#009e73}.b-yellow{background:#f0e442}
    .b-blue{background:#0072b2}.b-vermillion{background:#d55e00}.b-purple{background:#cc79a7}
    .b-grey{background:#6b747c}.b-silver{background:#b5bdc4}
    .heat-0{fill:#fdf1d3}.heat-1{fill:#f7cf87}.heat-2{fill:#eba03c}.heat-3{fill:#c55a11}.heat-4{fill:#7f2a08}
    .heat-0-b{background:#fdf1d3}.heat-1-b{background:#f7cf87}.heat-2-b{background:#eba03c}
    .heat-3-b{background:#c55a11}.heat-4-b{background:#7f2a08}
    .tone-0{fill:#ffffd9}.tone-1{fill:#edf8b1}.tone-2{fill:#c7e9b4}.tone-3{fill:#7fcdbb}
    .tone-4{fill:#41b6c4}.tone-5{fill:#1d91c0}.tone-6{fill:#225ea8}.tone-7{fill:#253494}
    .tone-8{fill:#081d58}
    .tone-0-b{background:#ffffd9}.tone-1-b{background:#edf8b1}.tone-2-b{background:#c7e9b4}
    .tone-3-b{background:#7fcdbb}.tone-4-b{background:#41b6c4}.tone-5-b{background:#1d91c0}
    .tone-6-b{background:#225ea8}.tone-7-b{background:#253494}.tone-8-b{background:#081d58}
    .floor-room{fill:var(--panel);stroke:var(--soft);stroke-width:1}.floor-freed{fill:var(--paper);
    stroke:var(--soft);stroke-width:.7;stroke-dasharray:3 3}
    .hatch{stroke:var(--soft);stroke-width:.7;fill:none}
    .hatch-b{background:repeating-linear-gradient(135deg,var(--soft) 0 1px,var(--paper) 1px 4px)}
    .floor-kept{fill:none;stroke:var(--soft);stroke-width:.5;stroke-dasharray:2 2}
    .floor-cold{fill:#cfe5f5}.floor-hot{fill:#fbd9c5}.floor-rack{fill:#3b4248}
    .floor-cold-b{background:#cfe5f5}.floor-hot-b{background:#fbd9c5}.floor-rack-b{background:#3b4248}
    .cell{stroke:var(--paper);stroke-width:.5}
    .rack-frame{fill:var(--frame)}.rack-opening{fill:var(--opening)}
    .rack-unit{stroke:var(--bay);stroke-width:.7}
    svg .unit-number{font-size:6px;fill:var(--paper)}
    .enclosure{fill:var(--case)}
    .unit{stroke:#3b424880;stroke-width:.5}
    .empty-bay{fill:var(--opening);stroke:var(--soft);stroke-width:.6;stroke-dasharray:1.6 1.6}
    svg .front{fill:var(--ink)}
    svg .s-5{font-size:5px}svg .s-6{font-size:6px}svg .s-7{font-size:7px}svg .s-8{font-size:8px}
    svg .s-9{font-size:9px}
    .rooms{display:flex;flex-wrap:wrap;gap:24px 48px;margin:16px 0;align-items:flex-end}
    .room{min-width:240px;max-width:100%}
    .room .quiet{margin:0 0 8px;font-size:13px;width:0;min-width:100%}
    .racks{display:flex;flex-wrap:wrap;gap:16px 11.5px;align-items:flex-end;max-width:100%}
    .load{list-style:none;margin:6px 0 0;padding:0;font-size:11px;line-height:1.35;color:var(--soft);
    font-variant-numeric:tabular-nums}
    .load li{margin:0 0 3px}
    .meter{display:block;height:3px;background:var(--line)}
    .meter span{display:block;height:3px;background:var(--ink)}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;margin:8px 0 12px;padding:0;font-size:13px}
    .swatch{display:inline-block;width:11px;height:11px;margin-right:6px;border:.5px solid var(--soft);
    vertical-align:-1px}
    .stack figure{margin-bottom:24px}
    details{margin:8px 0 0;font-size:14px}
    summary{cursor:pointer;color:var(--soft);padding:4px 0}
    summary:focus-visible{outline:2px solid #0072b2;outline-offset:2px}
    .csv{margin:8px 0 0}
    a{color:inherit}
    .gates{list-style:none;padding:0;margin:0}
    .gates li{padding:4px 0}
    .passed strong{color:var(--good)}.failed strong{color:var(--bad)}
    .prose{max-width:70ch;padding-left:20px}
    pre{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-x:auto;padding:16px;
    background:var(--panel);border-radius:8px}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 24px;font-size:14px;margin:0 0 16px}
    dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
    @media screen and (max-width:640px){
    body{padding:24px 16px 40px}
    h1{font-size:28px}.answer{font-size:20px}h2{font-size:21px}
    .wide{display:none}.narrow{display:block}
    .verdict{margin:24px -16px 0;border-radius:0;padding:8px 16px}
    .verdict-table,.verdict-table tbody,.verdict-table thead{display:block;min-width:calc(var(--layouts)*84px)}
    .verdict-table tr{display:grid;grid-template-columns:repeat(var(--layouts),1fr);gap:0 8px;padding:8px 0;
    border-bottom:1px solid var(--line)}
    .verdict-table th,.verdict-table td{padding:0;border:0;text-align:left}
    .verdict-table thead th:not(:first-child){text-align:left;font-size:13px}
    .verdict-table thead th:first-child{display:none}
    .verdict-table tbody th:first-child{grid-column:1/-1;width:auto;color:var(--soft);font-size:13px}
    .verdict-table td,.verdict-table .interval{font-size:13px;white-space:normal}
    .value{font-size:16px}
    .columns{grid-template-columns:1fr}
    th,td{padding-left:12px}
    dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}
    @page{size:A4;margin:16mm 15mm}
    @media print{
    :root{color-scheme:light;--paper:#fff;--ink:#1a1e22;--soft:#59626b;--line:#d9dee3;--panel:#f5f7f8;
    --good:#00694d;--bad:#a84300;--frame:#3b4248;--opening:#e9edf0;--bay:#cfd6dc;--case:#aab4bc}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    html{font-size:12px}
    body{padding:0;max-width:none}
    h1{font-size:28px}h2{font-size:20px}h3{font-size:15px}.answer{font-size:19px}
    h2,h3,h4,summary{break-after:avoid}
    section{border:0;margin:28px 0 0;padding:0}
    #racks,#floor,#why,#flow,#week,#pue,#money,#assumptions{break-before:page;margin-top:0}
    .rooms{zoom:.7}
    footer{margin-top:28px}
    tr,svg,.rack,.columns figure{break-inside:avoid}
    table{font-size:11px}.verdict-table{font-size:12.5px}.verdict{padding:8px 16px}
    .verdict-table th,.verdict-table td{padding-top:4px;padding-bottom:4px}
    .columns{grid-template-columns:1fr 1fr;gap:8px 32px}#pue .columns{grid-template-columns:1fr}
    #pue table{font-size:8px}#pue th,#pue td{padding:1px 0 1px 5px}#pue th:first-child{padding:1px 0}
    details::details-content{content-visibility:visible;display:block;height:auto}
    summary{list-style:none;font-weight:600;color:var(--ink)}
    summary::-webkit-details-marker{display:none}
    .csv{display:none}
    .scroll,pre{overflow:visible;white-space:pre-wrap}
    .scroll{white-space:normal}
    th,td{padding:3px 0 3px 12px;overflow-wrap:break-word}}

    """)
}
