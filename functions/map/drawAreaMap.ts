import type { MapOfArea } from '../../shared/application/mapOfArea.ts';
import { html, type Markup } from '../console/html.ts';
import type { Endpoint } from './action.ts';
import { drawAsk } from './drawAsk.ts';
import { drawMap } from './drawMap.ts';
import { drawList, drawPath } from './drawTree.ts';
import { drawVacancies } from './drawVacancies.ts';

interface Widget {
  readonly endpoint: Endpoint;
  /** Pixels that the console gives it. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Of the list. */
  readonly page: number;
}

/** Below this the list goes under the map. */
const NARROW = 700;
/** What stands above and below the map. */
const AROUND = 110;

/** One area: the way up, the map and the list of what is below, vacancies, and the question of who handles a matter. */
export const drawAreaMap = (
  map: MapOfArea,
  { endpoint, width = 900, height = 600, page }: Widget,
): readonly Markup[] => {
  const inner = Math.min(Math.max(280, width - 40), 2_000);
  const size = {
    width: Math.round(inner < NARROW ? inner : inner * 0.58),
    height: Math.min(Math.max(260, height - AROUND), 1_200),
  };
  const of = map.path.at(-1)?.code ?? '';
  const picture = map.below.length > 0 ? drawMap(map.below, { know: map.know, endpoint, of, ...size }) : '';
  const ask = drawAsk(of, endpoint);
  return [
    drawPath(map, endpoint),
    html`<div class="cols"><div style="width:${size.width}px">${picture}${drawVacancies(map)}${ask}</div>${drawList(map, page, endpoint)}</div>`,
  ];
};
