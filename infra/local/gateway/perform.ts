import type { AccessCheck, Need } from './AccessCheck.ts';
import type { Answer } from './Answer.ts';
import type { Caller } from './Callers.ts';
import type { CallMeter } from './CallMeter.ts';
import { refuse } from './refuse.ts';
import type { Call, Fault, FaultOf, GatewayLog } from './types.ts';

/** A call that was understood: what it needs, and how it is done once it may be. */
export interface Operation {
  readonly caller: Caller;
  readonly call: Call;
  readonly needs: readonly Need[];
  readonly execute: () => Promise<Answer>;
}

/** The connection is to break without an answer. */
export const LOST = Symbol('lost');

export interface Desk {
  readonly access: AccessCheck;
  readonly meter: CallMeter;
  readonly log: GatewayLog;
  readonly fault: () => FaultOf | undefined;
}

/** How each service names the refusal of a permission, and with which status. */
const DENIED: Readonly<Record<string, readonly [string, number]>> = {
  s3: ['AccessDenied', 403],
  sqs: ['AccessDenied', 403],
  'execute-api': ['AccessDeniedException', 403],
};

const played = (service: string, fault: Fault): Answer | typeof LOST => {
  if ('lose' in fault) return LOST;
  return refuse(service, {
    code: fault.type,
    message: fault.message ?? fault.type,
    status: fault.status ?? 400,
    ...(fault.members === undefined ? {} : { members: fault.members }),
  });
};

const outcome = (fault: Fault): string =>
  `${'lose' in fault ? 'connection lost' : fault.type} (${fault.when}, injected)`;

/** Checks, executes and counts one call; plays the fault a test may have asked for. */
export const perform = async (operation: Operation, desk: Desk): Promise<Answer | typeof LOST> => {
  const { caller, call, needs, execute } = operation;
  const name = `${call.service}:${call.operation}`;
  const denial = desk.access.denial(caller, needs);
  if (denial !== undefined) {
    desk.meter.denied();
    desk.log({ caller: caller.name, call: name, note: `denied: ${denial.action} on ${denial.resource}` });
    const [code, status] = DENIED[call.service] ?? ['AccessDeniedException', 400];
    return refuse(call.service, { code, status, message: denial.message });
  }
  const fault = desk.fault()?.(call);
  if (fault !== undefined) desk.log({ caller: caller.name, call: name, note: outcome(fault) });
  if (fault?.when === 'before') return played(call.service, fault);
  desk.meter.call(call);
  const answer = await execute();
  return fault === undefined ? answer : played(call.service, fault);
};
