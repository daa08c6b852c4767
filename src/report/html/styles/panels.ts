/** Tiles and tables of the overview and of the views behind the list. */
export const panels = `
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; margin-bottom: 18px; }
.tile { background: var(--paper); border: 1px solid var(--line); border-top: 3px solid var(--blue); padding: 12px 18px 14px; }
.tile-label { color: var(--soft); }
.tile-value { font-size: 27px; line-height: 1.4; font-weight: 600; color: var(--navy); font-variant-numeric: tabular-nums; }
.tile-note { color: var(--soft); font-size: 13.5px; line-height: 1.6; }
.panel { background: var(--paper); border: 1px solid var(--line); padding: 16px 20px 18px; margin-bottom: 18px; }
.panel > h2 { font-size: 17px; color: var(--navy); margin-bottom: 10px; padding-left: 10px; border-left: 4px solid var(--navy); line-height: 1.35; }
.panel > h2 small { color: var(--soft); font-weight: 400; font-size: 13.5px; margin-left: 10px; }
.two { display: grid; grid-template-columns: 5fr 6fr; gap: 18px; align-items: start; }
.scroll { overflow-x: auto; }
.grid { border-collapse: collapse; width: 100%; font-size: 14.5px; }
.grid th, .grid td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; vertical-align: top; }
.grid thead th { background: #eef2f6; font-weight: 600; white-space: nowrap; vertical-align: middle; }
.grid th.num, .grid td.num { text-align: right; }
.grid th.mid { text-align: center; }
.grid tbody th { font-weight: 400; }
.grid .sum th, .grid .sum td { background: #f7f9fb; font-weight: 600; }
.grid .off td, .grid .off th { background: #fdf8f7; }
.grid small { color: var(--soft); }
.words td, .words th { word-break: break-word; }
.words td.num { white-space: nowrap; }
.w20 { width: 20%; } .w28 { width: 28%; } .w30 { width: 30%; }
.tight li { padding-left: 14px; position: relative; font-size: 13.5px; }
.tight li::before { content: "–"; position: absolute; left: 0; color: #93a1b0; }
.words td.day { white-space: nowrap; }
.top li + li { border-top: 1px solid var(--line); }
.top a { display: block; padding: 10px 0; color: inherit; }
.top a:hover { text-decoration: none; }
.top a:hover b { color: var(--blue); }
.top-head { display: flex; gap: 8px; align-items: center; margin-bottom: 2px; }
.top-text { color: #3c4855; font-size: 14.5px; }
.gaps { margin: 8px 0; columns: 2; column-gap: 32px; }
.gaps li { display: flex; justify-content: space-between; border-bottom: 1px dotted #c3ccd5; padding: 3px 0; break-inside: avoid; }
details.rule { border-top: 1px solid var(--line); }
details.rule:first-of-type { border-top: 0; }
details.rule > summary { padding: 9px 4px; cursor: pointer; }
details.rule > summary > * { margin-left: 8px; }
details.rule[open] > summary { background: #f7f9fb; }
details.rule > div { padding: 4px 26px 14px; }
.stamps dd { font-size: 13.5px; }
`;
