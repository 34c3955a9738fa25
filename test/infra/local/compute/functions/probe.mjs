// A function for the tests of the runtime: does what the event says.
let calls = 0;
const loadedAt = new Date().toISOString();
export const handler = async (event, context) => {
  calls += 1;
  switch (event.do) {
    case 'look':
      return {
        calls,
        loadedAt,
        now: Date.now(),
        fresh: new Date().toISOString(),
        given: new Date(0).toISOString(),
        isDate: new Date() instanceof Date,
        text: typeof Date(),
        environment: Object.keys(process.env).sort(),
        remaining: context.getRemainingTimeInMillis(),
        id: context.awsRequestId,
      };
    case 'throw':
      throw new TypeError('no');
    case 'hang':
      return new Promise(() => {});
    case 'spin':
      for (;;) calls += 1;
    case 'exit':
      return process.exit(3);
    case 'crash':
      setTimeout(() => {
        throw new Error('later');
      });
      return new Promise(() => {});
    case 'log':
      console.log(JSON.stringify({ level: 'INFO', message: 'hello' }));
      return new Promise((resolve) => setTimeout(() => resolve('said'), 50));
    case 'wait':
      return new Promise((resolve) => setTimeout(() => resolve(calls), event.ms));
    default:
      return event;
  }
};
