import { html, type Markup } from '../console/html.ts';
import { LATE_TONES, OPEN_TONES } from './tones.ts';

export type Theme = 'light' | 'dark';

const INK: Readonly<
  Record<Theme, { readonly ink: string; readonly soft: string; readonly none: string; readonly red: string }>
> = {
  light: { ink: '#16191f', soft: '#545b64', none: '#e9ecef', red: '#b3121d' },
  dark: { ink: '#d5dbdb', soft: '#a3abb3', none: '#3b4754', red: '#ff8f87' },
};

/** What the parts of this widget stand in, with its styles: the console draws pop-ups apart from the widget. */
export const frame = (theme: Theme, ...parts: readonly Markup[]): Markup => {
  const { ink, soft, none, red } = INK[theme];
  const tones = [
    ...OPEN_TONES.map((tone, i) => [`o${i}`, tone]),
    ...LATE_TONES.map((tone, i) => [`l${i}`, tone]),
  ];
  return html`<style>
.wg{font:14px/1.5 sans-serif;color:${ink}}
.wg p{margin:4px 0}
.wg h3{font-size:14px;margin:12px 0 4px}
.wg a.t{cursor:pointer;color:${theme === 'dark' ? '#6cb4ff' : '#0a5da8'};text-decoration:none}
.wg a.t:hover{text-decoration:underline}
.wg .soft{color:${soft};font-size:12px}
.wg .red{color:${red};font-weight:bold}
.wg table{border-collapse:collapse;width:100%}
.wg th,.wg td{padding:3px 8px;text-align:left;border-bottom:1px solid #8884;vertical-align:top}
.wg .num{text-align:right;font-variant-numeric:tabular-nums}
.wg .cols{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
.wg .list{flex:1 1 300px;min-width:0}
.wg .map{position:relative;flex:none}
.wg .map a{position:absolute;pointer-events:none}
.wg svg{display:block;overflow:visible}
.wg .map path{pointer-events:all;cursor:pointer;stroke:#fff;stroke-width:1}
.wg .map path.h{pointer-events:none;fill:url(#wg-hatch) #d1343480;stroke:${theme === 'dark' ? '#ff5b50' : '#c3121d'};stroke-width:2}
.wg .map a:hover path{stroke:${theme === 'dark' ? '#fff' : '#000'};stroke-width:2}
.wg .map .under path{pointer-events:none}
.wg .map .over{position:absolute;inset:0;pointer-events:none}
.wg .map text{font-size:12px;text-anchor:middle;dominant-baseline:central;fill:#16191f;paint-order:stroke;stroke:#fffc;stroke-width:3px;stroke-linejoin:round}
.wg .key{display:flex;flex-wrap:wrap;gap:2px 12px;font-size:12px;color:${soft};margin:6px 0}
.wg .key i{display:inline-block;width:14px;height:12px;margin-right:4px;vertical-align:-1px}
.wg .hatch{background:repeating-linear-gradient(45deg,#d13434 0 2px,#fff0 2px 5px);outline:1px solid #d13434}
.wg .n{fill:${none};background:${none}}
${tones.map(
  ([name, tone]) => html`.wg .${name}{fill:${tone};background:${tone}}
`,
)}.wg .ask{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:10px 0}
.wg .ask input[type=text]{flex:1 1 200px;min-width:0;max-width:320px;padding:5px 8px;font:inherit;color:inherit;background:none;border:1px solid #8889;border-radius:4px}
.wg .ask .btn{cursor:pointer}
</style><div class="wg">${parts}</div>`;
};
