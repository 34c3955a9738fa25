import type { MapView } from './MapView.ts';

const SLOP_PX = 6;

/** One finger drags, two pinch, and a touch that hardly moves is a tap. */
export const followPointers = (
  svg: SVGSVGElement,
  view: MapView,
  tap: (event: PointerEvent) => void,
): void => {
  const down = new Map<number, PointerEvent>();
  let start: PointerEvent | undefined;
  let dragged = false;

  const apart = (): number => {
    const [a, b] = [...down.values()];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };

  svg.addEventListener('pointerdown', (event) => {
    if (down.size === 0) {
      start = event;
      dragged = false;
    }
    down.set(event.pointerId, event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (before === undefined || start === undefined) return;
    dragged ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLOP_PX;
    const wide = apart();
    down.set(event.pointerId, event);
    if (down.size === 2 && wide > 0) {
      const [a, b] = [...down.values()];
      if (a && b) {
        const middle = { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
        view.zoom(apart() / wide, view.spotAt(middle));
      }
    } else if (dragged) view.pan(event.clientX - before.clientX, event.clientY - before.clientY);
  });
  const lift = (event: PointerEvent) => {
    const was = down.delete(event.pointerId);
    if (was && event.type === 'pointerup' && down.size === 0 && !dragged) tap(event);
  };
  svg.addEventListener('pointerup', lift);
  svg.addEventListener('pointercancel', lift);
};
