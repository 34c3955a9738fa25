/** Big and plain on a telephone; on paper exactly one A4 page a cell, whatever is in it. */
export const boardStyle = `
:root { font-family: -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; font-size: 20px; line-height: 1.6; color: #1b1f1e; background: #f2f4f3; -webkit-text-size-adjust: 100%; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .2em 0; }
h2 { font-size: 1.2rem; margin: 0 0 .4em; color: #14574a; }
h3 { font-size: 1rem; margin: .8em 0 .2em; }
p { margin: .4em 0; }
a { color: #0f4f8a; }
:focus-visible { outline: 3px solid #2a7de1; outline-offset: 2px; }
.soft { color: #4d5652; font-size: .85rem; }
.screen { max-width: 44rem; margin: 0 auto; padding: .8rem; }
.card { background: #fff; border: 1px solid #d9dcda; border-radius: .6rem; padding: .9rem; margin: .8rem 0; overflow-wrap: anywhere; }
.big { display: block; width: 100%; min-height: 3.2rem; padding: .6rem 1rem; border: 0; border-radius: .5rem; background: #14574a; color: #fff; font: inherit; font-weight: 700; text-align: center; text-decoration: none; cursor: pointer; margin: .6rem 0 0; }
.plain { background: #fff; color: #14574a; border: 2px solid #14574a; }
input { display: block; width: 100%; min-height: 3.2rem; font: inherit; padding: .5rem .7rem; border: 2px solid #6b746f; border-radius: .5rem; background: #fff; color: inherit; }
.list { list-style: none; margin: 0; padding: 0; }
.list li + li { border-top: 1px solid #d9dcda; }
.list a { display: block; padding: .7rem .2rem; }
.way { display: flex; flex-wrap: wrap; gap: .1rem .6rem; list-style: none; margin: 0; padding: 0; font-size: .9rem; }
.way li + li::before { content: "›"; color: #4d5652; margin-right: .6rem; }
.way a { display: inline-block; padding: .3rem 0; }
.who { list-style: none; margin: 0; padding: 0; }
.who li { padding: .5rem 0; }
.who li + li { border-top: 1px solid #d9dcda; }
.who strong { font-size: 1.25rem; }
.who a { display: inline-block; padding: .3rem 0; font-weight: 700; }
details { border-top: 1px solid #d9dcda; }
summary { padding: .7rem .2rem; cursor: pointer; font-weight: 700; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .3rem; border-top: 1px solid #d9dcda; }
.matters { list-style: none; margin: 0 0 .8rem; padding: 0; font-size: .9rem; }
.matters li { padding: .4rem 0; border-top: 1px solid #d9dcda; }
.matters small { display: block; color: #4d5652; }
.urgent { color: #a3271d; font-weight: 700; }
.cell { display: block; width: 100%; max-width: 24rem; height: auto; margin: 0 auto; }
.sheet { display: none; }
.sheets .sheet { display: block; width: 186mm; max-width: 100%; margin: 1rem auto; padding: 6mm; background: #fff; border: 1px solid #9aa39f; }
.sheet { font-size: 12pt; line-height: 1.4; overflow: hidden; }
.sheet h1 { font-size: 24pt; text-align: center; margin: 0; max-height: 1.3em; overflow: hidden; }
.sheet .place { text-align: center; font-size: 18pt; font-weight: 700; margin: 1mm 0 0; color: #14574a; max-height: 1.4em; overflow: hidden; }
.sheet .code { text-align: center; margin: 0 0 3mm; font-size: 10.5pt; max-height: 1.4em; overflow: hidden; }
.sheet .top { display: flex; gap: 5mm; height: 84mm; }
.sheet .cell { flex: none; width: 84mm; height: 84mm; border: 1px solid #6b746f; margin: 0; }
.sheet .who { flex: 1; min-width: 0; height: 84mm; overflow: hidden; font-size: 11.5pt; line-height: 1.35; white-space: nowrap; }
.sheet .who li { padding: 1.5mm 0; }
.sheet .who .first { font-size: 14pt; border-bottom: 2px solid #14574a; }
.sheet .who .first strong { font-size: 24pt; }
.sheet .who .phone { font-size: 13pt; font-weight: 700; }
.sheet .who .first .phone { font-size: 19pt; }
.sheet table { font-size: 10.5pt; line-height: 1.3; margin-top: 3mm; table-layout: fixed; }
.sheet th, .sheet td { padding: 1mm 1.5mm; border: 1px solid #6b746f; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.sheet th { background: #e8efec; }
.sheet .c1 { width: 21%; } .sheet .c2 { width: 33%; } .sheet .c3 { width: 19%; }
.sheet .who strong { font-size: 14pt; }
.sheet .body { height: 216mm; overflow: hidden; }
.sheet .foot { display: flex; gap: 6mm; align-items: center; height: 54mm; border-top: 2px solid #14574a; padding-top: 2mm; }
.sheet .qr { flex: none; width: 46mm; height: 46mm; }
.sheet .foot p { margin: 0 0 1.5mm; }
.sheet .scan { font-size: 17pt; font-weight: 700; }
.sheet .complain { font-size: 15pt; font-weight: 700; color: #a3271d; }
.sheet small { font-size: 9pt; color: #4d5652; overflow-wrap: anywhere; }
@page { size: A4 portrait; margin: 12mm; }
@media print {
  :root { background: #fff; }
  .screen { display: none; }
  .sheet, .sheets .sheet { display: block; width: 186mm; max-width: none; height: 272mm; margin: 0; padding: 0; border: 0; break-inside: avoid; }
  .sheet + .sheet { break-before: page; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
