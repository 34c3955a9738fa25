/** Big and plain on a telephone, and readable on paper. */
export const verifyStyle = `
:root { font-family: -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; font-size: 20px; line-height: 1.6; color: #1b1f1e; background: #f2f4f3; -webkit-text-size-adjust: 100%; }
* { box-sizing: border-box; }
body { margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: .8rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .2em 0; }
h2 { font-size: 1.2rem; margin: 0 0 .4em; color: #14574a; }
p { margin: .4em 0; }
a { color: #0f4f8a; }
:focus-visible { outline: 3px solid #2a7de1; outline-offset: 2px; }
section { background: #fff; border: 1px solid #d9dcda; border-radius: .6rem; padding: .9rem; margin: .8rem 0; overflow-wrap: anywhere; }
label { display: block; font-weight: 700; margin: .6rem 0 .2rem; }
input { display: block; width: 100%; min-height: 3.2rem; font: inherit; padding: .5rem .7rem; border: 2px solid #6b746f; border-radius: .5rem; background: #fff; color: inherit; }
button, .big { display: block; width: 100%; min-height: 3.2rem; padding: .6rem 1rem; border: 0; border-radius: .5rem; background: #14574a; color: #fff; font: inherit; font-weight: 700; text-align: center; text-decoration: none; cursor: pointer; margin: .9rem 0 0; }
.good { border: 3px solid #14574a; }
.bad { border: 3px solid #a3271d; }
.good strong { color: #14574a; }
.bad strong { color: #a3271d; }
.soft { color: #4d5652; font-size: .85rem; }
dl { margin: 0; }
dt { color: #4d5652; font-size: .85rem; }
dd { margin: 0 0 .5rem; }
ol { list-style: none; margin: 0; padding: 0; }
li { padding: .6rem 0; }
li + li { border-top: 1px solid #d9dcda; }
li span { display: block; color: #4d5652; font-size: .85rem; }
.own { background: #e8efec; padding-left: .5rem; padding-right: .5rem; }
`;
