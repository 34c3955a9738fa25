import type { CityAtlas } from '../../../../bots/channels/web/page/CityAtlas.ts';
import { CityMap } from '../../../../bots/channels/web/page/CityMap.ts';
import { element, part } from '../../../../bots/channels/web/page/element.ts';
import type { CaseLine } from '../../../../shared/contracts/web.ts';
import { ENDED } from './ended.ts';
import { phrases } from './phrases.ts';

/** Pins drawn at once, the newest first. */
const DRAWN = 1_000;

/** The city with its cells, and every case on it as a pin. */
export class MapPanel {
  readonly #map: CityMap;
  readonly #count = part('mapCount');

  constructor(atlas: CityAtlas, choose: (number: string) => void) {
    const readout = part('mapReadout');
    readout.textContent = phrases.mapHint;
    this.#map = new CityMap(atlas, {
      label: phrases.map,
      onHover: (leaf) => {
        readout.textContent = leaf?.path ?? phrases.mapHint;
      },
      onPin: choose,
    });
    part('mapBox').append(
      this.#map.node,
      element(
        'button',
        { class: 'fit', attributes: { type: 'button' }, on: { click: () => this.#map.view.fit() } },
        phrases.fit,
      ),
    );
    part('legend').append(
      ...Object.entries(phrases.legend).map(([tone, words]) =>
        element('span', { class: `tone ${tone}` }, words),
      ),
    );
    this.#map.view.fit();
  }

  draw(cases: readonly CaseLine[], chosen: string | undefined): void {
    const drawn = cases.slice(0, DRAWN);
    this.#count.textContent = cases.length > DRAWN ? phrases.capped(DRAWN, cases.length) : '';
    // The chosen one last, so that it lies on top.
    const ordered = drawn.toSorted((a, b) => Number(a.number === chosen) - Number(b.number === chosen));
    this.#map.setPins(
      ordered.map((line) => ({
        id: line.number,
        lng: line.lng,
        lat: line.lat,
        title: `${line.serviceName} · ${line.place} · ${line.stageName}`,
        tone: line.number === chosen ? `${toneOf(line)} current` : toneOf(line),
      })),
    );
  }
}

const toneOf = ({ stage, overdue }: CaseLine): 'open' | 'late' | 'ended' => {
  if (ENDED.includes(stage)) return 'ended';
  return overdue ? 'late' : 'open';
};
