/** The list of leads on the left, the card on the right. */
export const leads = `
body[data-view="leads"] { height: 100vh; overflow: hidden; display: flex; flex-direction: column; }
body[data-view="leads"] main { flex: 1; min-height: 0; display: flex; }
body[data-view="leads"] .masthead { padding-top: 8px; padding-bottom: 8px; }
body[data-view="leads"] .masthead h1 { font-size: 18px; display: inline-block; margin-right: 14px; }
body[data-view="leads"] .masthead .sub { display: inline-block; }
body[data-view="leads"] .masthead dl > div { display: flex; gap: 6px; }
body[data-view="leads"] .masthead dd { font-size: 13px; }
#view-leads { flex: 1; min-width: 0; display: flex; flex-direction: column; padding: 10px 20px 14px; max-width: none; margin: 0; }
.filters { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: flex-end; }
.field { display: block; font-size: 13px; color: var(--soft); }
.field span { display: block; line-height: 1.4; }
.field select, .field input { border: 1px solid #b9c4cf; border-radius: 3px; background: #fff; padding: 3px 6px; height: 32px; min-width: 104px; max-width: 190px; font-size: 14px; color: var(--ink); }
.field.wide { flex: 1; min-width: 210px; }
.field.wide input { width: 100%; max-width: none; }
.filters .button { height: 32px; padding: 2px 12px; }
.count { font-size: 13.5px; color: var(--soft); padding: 6px 0 6px; }
.panes { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(360px, 27%) 1fr; gap: 14px; }
.panes.is-empty { grid-template-columns: 1fr; }
.panes.is-empty .pane-card { display: none; }
.pane-list, .pane-card { min-height: 0; overflow-y: auto; background: var(--paper); border: 1px solid var(--line); position: relative; }
.rows > li + li { border-top: 1px solid var(--line); }
.row { display: block; width: 100%; text-align: left; background: none; border: 0; border-left: 4px solid transparent; padding: 9px 12px 9px 10px; cursor: pointer; line-height: 1.5; }
.row:hover { background: #f7f9fb; }
.row[aria-current] { background: var(--tint); border-left-color: var(--blue); }
.row:focus-visible { outline-offset: -3px; }
.row-head { display: flex; align-items: center; gap: 7px; }
.row-title { flex: 1; min-width: 0; font-size: 14.5px; font-weight: 600; line-height: 1.35; }
.rank { min-width: 24px; text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; font-size: 13.5px; }
.row-text { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; font-size: 13.5px; color: #414d5a; margin: 3px 0 2px 31px; }
.row-foot { display: flex; justify-content: space-between; gap: 10px; font-size: 13px; color: var(--soft); margin-left: 31px; }
.row-who { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row-sum { white-space: nowrap; color: var(--ink); font-variant-numeric: tabular-nums; }
.pane-list { scroll-padding-bottom: 60px; }
.pager { display: flex; justify-content: space-between; align-items: center; padding: 9px 12px; border-top: 1px solid var(--line); position: sticky; bottom: 0; background: #fff; font-size: 13.5px; }
`;
