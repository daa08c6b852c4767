/** On paper: a card fills one A4 page, tables run on; nothing that is for the screen is printed. */
export const print = `
@page { size: A4; margin: 9mm 12mm; }
@media screen and (max-width: 1099px) {
	body[data-view="leads"] { height: auto; overflow: visible; display: block; }
	.panes { display: block; }
	.pane-list { max-height: 46vh; margin-bottom: 12px; }
	.tiles, .two, .pair { grid-template-columns: 1fr; }
	.masthead dl { flex-wrap: wrap; margin-left: 0; }
}
@media print {
	body, body[data-view="leads"] { background: #fff; height: auto; overflow: visible; display: block; font-size: 10.5pt; line-height: 1.45; }
	.tabs, .card-tools, .filters, .count, .pane-list, .skip, .pager { display: none !important; }
	.masthead { background: none; color: #000; padding: 0 0 6px !important; border-bottom: 2px solid #000; margin-bottom: 8px; }
	.masthead h1 { font-size: 15pt; }
	.masthead .sub, .masthead dt { color: #333; }
	body[data-view="leads"] .masthead { display: none; }
	body[data-view="leads"] main, #view-leads, .panes { display: block; padding: 0; }
	.view { padding: 0; max-width: none; }
	.pane-card { border: 0; overflow: visible; }
	.card { padding: 0; max-width: none; zoom: .93; }
	.card-head h2 { font-size: 15pt; margin: 2px 0 0; }
	.card-meta { font-size: 9.5pt; }
	.sentence { font-size: 11pt; line-height: 1.5; margin: 5px 0 6px; padding: 6px 10px; background: none; border: 1px solid #777; }
	.facts { grid-template-columns: 1.25fr 1fr 1.35fr .9fr; gap: 2px 12px; }
	.facts dt, .facts dd small { font-size: 8pt; line-height: 1.3; }
	.facts dd { font-size: 9.5pt; line-height: 1.3; }
	.screen-only, .limit { display: none !important; }
	.warn { font-size: 9.5pt; padding: 3px 10px; margin: 4px 0; }
	.from { font-size: 8.5pt; }
	.part { margin-top: 6px; break-inside: avoid; }
	.part > h3 { font-size: 10.5pt; margin-bottom: 3px; padding-bottom: 1px; border-color: #777; }
	.part h4 { font-size: 9pt; margin: 2px 0 0; }
	.part p, .part li { font-size: 9pt; line-height: 1.38; }
	.card-head h2 .chip { font-size: 9pt; }
	.pair { gap: 0 20px; }
	.brief li { margin-bottom: 3px; }
	.where { font-size: 8pt; line-height: 1.3; }
	.mark { width: 16px; height: 16px; line-height: 15px; font-size: 8.5pt; margin-top: 1px; }
	.ask li { margin-bottom: 1px; padding-left: 20px; }
	.ask li::before { width: 14px; height: 14px; line-height: 14px; font-size: 7.5pt; top: .12em; }
	.method { margin-top: 3px; }
	.path { row-gap: 5px; }
	.node { min-height: 0; padding: 2px 7px; font-size: 9.5pt; max-width: 150px; }
	.node small { font-size: 8pt; }
	.edge { min-width: 56px; max-width: 200px; padding: 0 3px; }
	.strength .part { display: flex; gap: 16px; border-bottom: 1px solid #777; padding-bottom: 2px; }
	.strength .part > h3 { border: 0; margin: 0; padding: 0; }
	.strength { grid-template-columns: 1fr; }
	.edge-text { font-size: 8.5pt; }
	.edge-note { font-size: 7.5pt; }
	.axis { max-width: 480px; }
	.evidence:not([open]) { display: none; }
	.evidence-row, .panel, .tile { break-inside: avoid; }
	.cells { grid-template-columns: repeat(4, 1fr); }
	.cells dd { font-size: 9pt; }
	.result th, .result td { padding: 3px 8px; font-size: 9.5pt; }
	.result .tall td { height: 38px; }
	.card-foot { margin-top: 5px; font-size: 8pt; }
	.panel { border: 0; padding: 0; }
	.grid { font-size: 9pt; }
	.grid thead { display: table-header-group; }
	.tiles { gap: 8px; }
	.tile-value { font-size: 14pt; }
	* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
