import { drawn } from './element.ts';

const paths = {
  plus: 'M12 5v14M5 12h14',
  photo: 'M4 8h3l2-3h6l2 3h3v11H4zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  pin: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  close: 'M6 6l12 12M18 6L6 18',
  here: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v4M12 18v4M2 12h4M18 12h4',
  minus: 'M5 12h14',
  down: 'M6 10l6 6 6-6',
  alert: 'M12 7v6M12 16.5v.5M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
} as const;

/** A line drawing of 24 × 24, in the colour of the text around it; the button it sits in carries the label. */
export const icon = (name: keyof typeof paths): SVGSVGElement =>
  drawn(
    'svg',
    { class: 'icon', attributes: { viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' } },
    drawn('path', { attributes: { d: paths[name] } }),
  );
