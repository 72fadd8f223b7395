extension StyleSheet {
  /// The style of a page: light or dark as the reader has it, on a phone, a desk and on paper.
  ///
  /// Words have a contrast of 4.5 to 1 at least (WCAG 2.2, 1.4.3).
  static var page: StyleSheet {
    var sheet = StyleSheet(rules)
    sheet.redraw(
      PageColours.dark, within: ".chart", when: "@media screen and (prefers-color-scheme: dark)")
    return sheet
  }

  private static let rules: StaticString = """
    :root{color-scheme:light dark;--paper:#fff;--panel:#f5f7f9;--ink:#1f2933;--soft:#52606d;
      --line:#d3d9e0;--accent:#0b4f8a;--warm:#8f3600}
    @media screen and (prefers-color-scheme: dark){:root{--paper:#14181e;--panel:#1c222a;
      --ink:#e6eaf0;--soft:#a9b4c0;--line:#39424d;--accent:#7fb8f0;--warm:#ffa569}}
    *{box-sizing:border-box}
    html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);
      font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    a{color:var(--accent);text-underline-offset:.15em}
    a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);
      outline-offset:2px;border-radius:2px}
    .skip{position:absolute;left:-999rem;top:0;background:var(--paper);padding:.6rem 1rem;z-index:2}
    .skip:focus{left:.5rem;top:.5rem}
    body>header,main,footer{padding:0 1rem;max-width:54rem;margin:0 auto}
    body>header{padding-top:1.2rem}
    .brand{margin:0;font-size:.8rem;letter-spacing:.12em;text-transform:uppercase;color:var(--soft)}
    h1{font-size:1.6rem;line-height:1.2;margin:.2rem 0 .3rem;overflow-wrap:anywhere}
    h2{font-size:1.35rem;line-height:1.25;margin:0 0 .6rem}
    h3{font-size:1.05rem;line-height:1.3;margin:0 0 .3rem}
    p{margin:0 0 .8rem;max-width:44rem}
    .facts,.note{color:var(--soft);font-size:.9rem}
    .answer{font-size:1.2rem;line-height:1.4;font-weight:600;max-width:48rem}
    .warning{border-left:4px solid var(--warm);padding-left:.8rem}
    nav{position:sticky;top:0;background:var(--paper);border-bottom:1px solid var(--line);z-index:1}
    nav ul{display:flex;gap:.2rem;overflow-x:auto;list-style:none;margin:0;padding:.2rem .8rem}
    nav a{display:block;padding:.45rem .5rem;white-space:nowrap;text-decoration:none;font-size:.9rem}
    nav a:hover{text-decoration:underline}
    section{padding:1.2rem 0;border-bottom:1px solid var(--line)}
    figure{margin:1.4rem 0}
    figcaption p{color:var(--soft);font-size:.95rem}
    svg{display:block;width:100%;height:auto}
    .chart.narrow{display:none}
    .picture{background:#fff;border:1px solid var(--line);min-width:40rem}
    .scroll,pre{overflow-x:auto;max-width:100%}
    table{border-collapse:collapse;font-size:.88rem;font-variant-numeric:tabular-nums;margin:.4rem 0}
    caption{text-align:left;color:var(--soft);padding:.3rem 0}
    th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;
      border-bottom:1px solid var(--line)}
    th{font-weight:600}
    tbody th{font-weight:500}
    thead th{vertical-align:bottom}
    .number{text-align:right}
    td.number,tbody th{white-space:nowrap}
    details{margin:.5rem 0}
    summary{cursor:pointer;color:var(--accent);padding:.3rem 0}
    pre{background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:.7rem;
      font-size:.85rem;line-height:1.45}
    code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
    li{margin:.25rem 0}
    footer{padding-top:1.2rem;padding-bottom:2rem}
    @media (max-width:40rem){.chart.wide{display:none}.chart.narrow{display:block}
      .answer{font-size:1.15rem}h1{font-size:1.35rem}}
    @media screen and (min-width:76rem){
      body{display:grid;grid-template-columns:15rem minmax(0,58rem);column-gap:2rem;
        justify-content:center;grid-template-rows:auto 1fr auto}
      body>header,main,footer{grid-column:2;margin:0;max-width:none}
      nav{grid-column:1;grid-row:1/4;border:0;align-self:start;padding-top:1.6rem}
      nav ul{flex-direction:column;gap:0}
      nav a{white-space:normal}
      html{scroll-padding-top:1rem}}
    @media print{
      nav,.skip{display:none}
      html{font-size:11px}
      body>header,main,footer{max-width:none;padding:0}
      .chart.wide{display:block}.chart.narrow{display:none}
      section{border:0;padding:.6rem 0}
      figure,tr,.answer{break-inside:avoid}
      h2,h3,caption,figcaption{break-after:avoid}
      .scroll,pre{overflow:visible}
      pre{white-space:pre-wrap}
      .picture{min-width:0}
      a{color:inherit;text-decoration:none}}
    """
}
