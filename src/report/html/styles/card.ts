/** A lead's card: on the screen a sheet of paper, in print one A4 page. */
export const card = `
.card-tools { display: flex; gap: 8px; padding: 9px 24px; border-bottom: 1px solid var(--line); position: sticky; top: 0; background: #fff; z-index: 2; }
.card { padding: 16px 28px 28px; max-width: 1180px; margin: 0 auto; }
.card-meta { display: flex; flex-wrap: wrap; gap: 2px 20px; color: var(--soft); font-size: 13.5px; }
.card-meta b { color: var(--ink); }
.card-head h2 { font-size: 21px; line-height: 1.4; color: var(--navy); margin: 5px 0 0; display: flex; align-items: center; gap: 9px; flex-wrap: wrap; }
.warn { background: var(--medium-bg); border-left: 4px solid #d9a23b; padding: 6px 12px; margin-top: 10px; font-size: 14px; }
.sentence { font-size: 17px; line-height: 1.75; margin: 12px 0 14px; padding: 12px 16px; background: #f7f9fb; border-left: 4px solid var(--blue); }
.hardship { margin: 0 0 12px; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(215px, 1fr)); gap: 8px 22px; }
.facts dt { color: var(--soft); font-size: 13px; line-height: 1.4; }
.facts dd { line-height: 1.5; word-break: break-word; }
.facts dd small { display: block; color: var(--soft); font-size: 12.5px; line-height: 1.4; }
.stamps { grid-template-columns: 1fr 1fr; }
.part { margin-top: 18px; }
.part > h3 { font-size: 15px; color: var(--navy); padding-bottom: 3px; border-bottom: 1px solid var(--line); margin-bottom: 8px; }
.part h4 { font-size: 14px; font-weight: 600; margin: 8px 0 2px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 32px; }
.plain li { padding-left: 15px; position: relative; }
.plain li::before { content: ""; position: absolute; left: 3px; top: .72em; width: 5px; height: 5px; background: #93a1b0; border-radius: 50%; }
.from { color: var(--soft); font-size: 13px; margin-left: 8px; }
.from::before { content: "向"; } .from::after { content: "调取"; }
.method { margin-top: 8px; }
.ask { counter-reset: ask; }
.ask li { counter-increment: ask; padding-left: 26px; position: relative; margin-bottom: 4px; }
.ask li::before { content: counter(ask); position: absolute; left: 0; top: .2em; width: 19px; height: 19px; line-height: 19px; text-align: center; font-size: 12px; border-radius: 50%; background: var(--blue); color: #fff; }
.pending { color: var(--medium); background: var(--medium-bg); border: 1px solid #f0dcb4; border-radius: 3px; font-size: 12px; padding: 0 5px; margin-left: 7px; }
.brief li { display: flex; gap: 10px; margin-bottom: 8px; }
.mark { flex: none; width: 21px; height: 21px; line-height: 20px; border: 1px solid var(--blue); color: var(--blue); text-align: center; font-size: 12.5px; border-radius: 3px; margin-top: 2px; font-weight: 400; }
.where { color: var(--soft); font-size: 13px; line-height: 1.5; }

.path { display: flex; flex-wrap: wrap; align-items: stretch; row-gap: 14px; }
.step { display: flex; align-items: stretch; }
.node { display: flex; flex-direction: column; justify-content: center; border: 1px solid #9db4cc; background: var(--tint); border-radius: 4px; padding: 6px 12px; text-align: center; max-width: 210px; line-height: 1.4; min-height: 56px; }
.node small { color: var(--soft); font-size: 12.5px; }
.node-company { background: #fdf5e6; border-color: #dcc28c; border-radius: 0; }
.node-unit { background: #eef1f4; border-color: #a9b4c0; border-radius: 0; }
.node-household { background: #eef6ef; border-color: #a9cdb3; }
.node-vehicle, .node-parcel, .node-lot { background: #f6f1fa; border-color: #c7b5da; border-radius: 0; }
.edge { display: flex; flex-direction: column; justify-content: center; align-items: center; min-width: 76px; max-width: 200px; padding: 0 6px; text-align: center; line-height: 1.35; }
.edge-text { font-size: 13.5px; }
.edge-line { align-self: stretch; height: 9px; margin: 1px 0; position: relative; }
.edge-line::before { content: ""; position: absolute; left: 0; right: 5px; top: 4px; border-top: 1.5px solid #5d7086; }
.edge-line::after { content: ""; position: absolute; right: 0; top: 0; border-left: 8px solid #5d7086; border-top: 4.5px solid transparent; border-bottom: 4.5px solid transparent; }
.edge-note { font-size: 11.5px; color: var(--soft); }
.edge-note span { display: inline-block; margin: 0 3px; }
.axis { width: 100%; max-width: 900px; display: block; height: auto; }
.axis text { font-size: 12.5px; fill: #3c4855; }
.axis .ax-year { fill: #6a7683; font-size: 12px; }
.axis .ax-grid { stroke: #e2e7ec; }
.axis .ax-bar { fill: #8fb0d1; }
.axis .ax-own { fill: #c2443a; }

.evidence { margin-top: 20px; border: 1px solid var(--line); }
.evidence > summary { padding: 8px 14px; cursor: pointer; background: #f7f9fb; font-weight: 600; color: var(--navy); }
.evidence-row { padding: 10px 14px 12px; border-top: 1px solid var(--line); }
.evidence-row h4 { display: flex; gap: 9px; align-items: center; font-size: 14.5px; margin: 0; }
.evidence-row h4 .mark { margin: 0; }
.evidence-row h4 small { color: var(--soft); font-weight: 400; }
.evidence-row .where { margin: 2px 0 6px 30px; }
.cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); margin-left: 30px; border-top: 1px solid #e8ecf0; border-left: 1px solid #e8ecf0; }
.cells > div { border-right: 1px solid #e8ecf0; border-bottom: 1px solid #e8ecf0; padding: 3px 9px 4px; }
.cells dt { color: var(--soft); font-size: 12.5px; line-height: 1.45; }
.cells dd { font-size: 14px; line-height: 1.45; overflow-wrap: anywhere; }
.result table { border-collapse: collapse; width: 100%; font-size: 14px; }
.result th, .result td { border: 1px solid #aeb8c2; padding: 6px 10px; font-weight: 400; text-align: left; }
.result th { width: 96px; background: #f7f9fb; white-space: nowrap; }
.result .tall td { height: 56px; }
.card-foot { margin-top: 14px; color: var(--soft); font-size: 12.5px; }
`;
