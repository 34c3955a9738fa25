import type { SocketFrame } from '../../../../shared/contracts/web.ts';

/** A frame that cannot be read is passed over: the next fetch brings what it held. */
export const parseFrame = (data: string): SocketFrame | undefined => {
  try {
    const frame = JSON.parse(data) as SocketFrame;
    return Array.isArray(frame.messages) && frame.messages.length > 0 ? frame : undefined;
  } catch {
    return undefined;
  }
};
