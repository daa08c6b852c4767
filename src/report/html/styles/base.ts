/** Colours, type, the frame of the page. Only fonts that office machines have; nothing is fetched. */
export const base = `
:root {
	--ink: #1d2733; --soft: #5a6673; --line: #d8dee5; --wash: #f4f6f8; --paper: #fff;
	--navy: #16365c; --blue: #1f5a96; --tint: #eaf1f8;
	--high: #a02a22; --high-bg: #fbecea; --medium: #8a5300; --medium-bg: #fdf3e1; --low: #48586a; --low-bg: #edf0f3;
	--good: #23663a; --good-bg: #e8f4ec;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
	margin: 0; background: var(--wash); color: var(--ink);
	font: 15px/1.65 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
[hidden] { display: none !important; }
a { color: var(--blue); text-decoration: none; }
a:hover { text-decoration: underline; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid #f0b429; outline-offset: 1px; }
.skip { position: absolute; left: -999px; top: 0; background: #fff; padding: 8px 14px; z-index: 9; }
.skip:focus { left: 8px; }
.code { font-family: Consolas, "DejaVu Sans Mono", "Microsoft YaHei", monospace; letter-spacing: .02em; word-break: break-all; }
.quiet { color: var(--soft); }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zero { color: #a3adb8; }
.mid { text-align: center; }
.block { display: block; }
.grow { flex: 1; }

.masthead { background: var(--navy); color: #fff; padding: 16px 32px 14px; display: flex; align-items: flex-end; gap: 32px; flex-wrap: wrap; }
.masthead h1 { font-size: 23px; line-height: 1.35; letter-spacing: .04em; font-weight: 600; }
.masthead .sub { color: #c9d8e8; font-size: 14px; }
.masthead dl { margin-left: auto; display: flex; gap: 28px; font-size: 13px; }
.masthead dt { color: #a9c0d8; }
.masthead dd { font-size: 14px; white-space: nowrap; }
.tabs { background: var(--paper); border-bottom: 1px solid var(--line); padding: 0 24px; display: flex; align-items: center; }
.tabs a { padding: 11px 14px 9px; color: var(--ink); border-bottom: 3px solid transparent; white-space: nowrap; }
.tabs a:hover { text-decoration: none; color: var(--blue); }
.tabs a[aria-current] { border-color: var(--blue); color: var(--blue); font-weight: 600; }
.tabs .care { margin-left: auto; color: var(--high); font-size: 13px; padding-right: 8px; white-space: nowrap; }
.view { padding: 20px 32px 48px; max-width: 1720px; margin: 0 auto; }
.notice { background: var(--tint); border-left: 4px solid var(--blue); padding: 10px 16px; margin-bottom: 18px; }
.button { background: #fff; border: 1px solid #b9c4cf; border-radius: 3px; padding: 4px 14px; cursor: pointer; line-height: 1.6; white-space: nowrap; }
.button:hover:not(:disabled) { border-color: var(--blue); color: var(--blue); }
.button:disabled { color: #aab3bd; border-color: #dfe4e9; cursor: default; }
.link { border: 0; background: none; color: var(--blue); padding: 0; cursor: pointer; text-align: left; font-weight: inherit; }
.link:hover { text-decoration: underline; }
.chip { display: inline-block; font-size: 12.5px; line-height: 1.5; padding: 0 7px; border-radius: 3px; white-space: nowrap; font-weight: 400; border: 1px solid transparent; }
.sev-high { color: var(--high); background: var(--high-bg); border-color: #edc9c6; }
.sev-medium { color: var(--medium); background: var(--medium-bg); border-color: #f0dcb4; }
.sev-low { color: var(--low); background: var(--low-bg); border-color: #d5dbe1; }
.st-new { color: #fff; background: var(--blue); }
.st-continuing { color: var(--blue); background: var(--tint); border-color: #c6d9ec; }
.st-gone { color: var(--soft); background: #fff; border-color: #c3ccd5; border-style: dashed; }
.st-not_rechecked { color: #5c3d99; background: #f2edfa; border-color: #d8ccee; }
.src-loaded, .run-ran { color: var(--good); background: var(--good-bg); border-color: #c5e2cf; }
.src-missing, .src-refused, .run-failed { color: var(--high); background: var(--high-bg); border-color: #edc9c6; }
.src-kept, .src-duplicate, .run-skipped { color: var(--medium); background: var(--medium-bg); border-color: #f0dcb4; }
.empty { text-align: center; color: var(--soft); padding: 56px 24px; }
.empty-title { font-size: 18px; color: var(--ink); margin-bottom: 4px; }
.empty .button, .empty a { display: inline-block; margin-top: 14px; }
`;
