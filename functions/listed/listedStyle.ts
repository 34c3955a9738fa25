/** Big and plain on a telephone, and readable on paper. */
export const listedStyle = `
:root { font-family: -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; font-size: 20px; line-height: 1.6; color: #1b1f1e; background: #f2f4f3; -webkit-text-size-adjust: 100%; }
* { box-sizing: border-box; }
body { margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: .8rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .2em 0; }
h2 { font-size: 1.2rem; margin: 0 0 .3em; color: #14574a; }
p { margin: .4em 0; }
:focus-visible { outline: 3px solid #2a7de1; outline-offset: 2px; }
ol { list-style: none; margin: 0; padding: 0; }
li { background: #fff; border: 1px solid #d9dcda; border-radius: .6rem; padding: .9rem; margin: .8rem 0; overflow-wrap: anywhere; break-inside: avoid; }
.past { border: 3px solid #a3271d; }
.late { color: #a3271d; font-weight: 700; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: 0; }
dt { color: #4d5652; }
dd { margin: 0; }
.big { display: block; width: 100%; min-height: 3.2rem; padding: .6rem 1rem; border: 2px solid #14574a; border-radius: .5rem; background: #14574a; color: #fff; font-weight: 700; text-align: center; text-decoration: none; margin: .9rem 0 0; }
.plain { background: #fff; color: #14574a; }
.soft { color: #4d5652; font-size: .85rem; }
@media print { body { background: #fff; } .big { display: none; } }
`;
