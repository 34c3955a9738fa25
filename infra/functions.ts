/** What is stated of each function, in one table; what it may read and write is said where it is wired (stacks/ServiceStack.ts). */
export interface FunctionSettings {
  readonly folder: 'http' | 'queue' | 'stream' | 'schedule' | 'console';
  readonly purpose: string;
  /** MB. CPU follows it: 1,769 MB is one core. */
  readonly memory: number;
  /** Seconds. Ten is what a person waits; HTTP API gives up at 30. */
  readonly timeout: number;
  /** Concurrency set aside (and not exceeded) where the stage reserves. Absent: shares the account's pool. */
  readonly reserved?: number;
}

const functions = {
  openSession: {
    folder: 'http',
    purpose: 'Gives a web page its conversation and token',
    memory: 512,
    timeout: 10,
    reserved: 20,
  },
  postTurn: {
    folder: 'http',
    purpose: 'Takes and answers a message from the web page',
    memory: 768,
    timeout: 15,
    reserved: 100,
  },
  postPhoto: {
    folder: 'http',
    purpose: 'Signs the upload of one photo',
    memory: 512,
    timeout: 10,
    reserved: 50,
  },
  readMessages: {
    folder: 'http',
    purpose: 'Messages of a conversation after a cursor',
    memory: 512,
    timeout: 10,
  },
  // Whoever asks for people of a city of 100,000 cells stands at 330 MB, at 450 after a publication, at 700 after many: 768 at least.
  readCases: { folder: 'http', purpose: 'Cases of the person who asks', memory: 768, timeout: 10 },
  readCase: { folder: 'http', purpose: 'History of one case in plain words', memory: 768, timeout: 10 },
  openCase: { folder: 'http', purpose: 'Takes a report that is complete', memory: 768, timeout: 10 },
  commandCase: { folder: 'http', purpose: 'One command to one case', memory: 768, timeout: 10 },
  // Open to everybody, as are the six after it: what is set aside is also the most they can take of the account.
  readAreas: {
    folder: 'http',
    purpose: 'The areas of the city as GeoJSON',
    memory: 512,
    timeout: 10,
    reserved: 50,
  },
  readBoard: {
    folder: 'http',
    purpose: 'Who answers for a place, as JSON',
    memory: 768,
    timeout: 10,
    reserved: 20,
  },
  // A processor's share goes with the memory: drawing two hundred sheets is work.
  boardPage: {
    folder: 'http',
    purpose: 'The public responsibility board',
    memory: 1024,
    timeout: 15,
    reserved: 50,
  },
  chatPage: { folder: 'http', purpose: 'The chat page', memory: 256, timeout: 5, reserved: 20 },
  verifyPage: {
    folder: 'http',
    purpose: 'Where a receipt is written',
    memory: 256,
    timeout: 5,
    reserved: 10,
  },
  verifyReceipt: {
    folder: 'http',
    purpose: 'What a receipt proves of the history of a case',
    memory: 768,
    timeout: 10,
    reserved: 20,
  },
  readListed: {
    folder: 'http',
    purpose: 'What is under listed supervision, published',
    memory: 768,
    timeout: 10,
    reserved: 20,
  },
  connectSocket: {
    folder: 'http',
    purpose: 'Remembers a live connection of a web page',
    memory: 512,
    timeout: 10,
  },
  hostTurn: {
    folder: 'http',
    purpose: 'Takes a message from a channel host',
    memory: 512,
    timeout: 10,
    reserved: 100,
  },
  hostPhoto: {
    folder: 'http',
    purpose: 'Signs the upload of a photo for a channel host',
    memory: 512,
    timeout: 10,
  },
  // Waits most of its life, and waiting is billed by memory.
  hostReplies: {
    folder: 'http',
    purpose: 'Replies waiting for a channel host',
    memory: 256,
    timeout: 28,
    reserved: 10,
  },
  hostAck: {
    folder: 'http',
    purpose: 'Removes replies that a channel host has sent',
    memory: 256,
    timeout: 10,
  },
  // A record that failed comes back after six times the timeout: short, so that a person is not kept waiting.
  takeTurn: { folder: 'queue', purpose: 'One turn of a conversation', memory: 768, timeout: 10 },
  tickCase: { folder: 'queue', purpose: 'Lets time pass for a case', memory: 768, timeout: 10 },
  notify: { folder: 'stream', purpose: 'From history to notices', memory: 768, timeout: 30 },
  // Reads no city, and mostly waits for the table.
  project: { folder: 'stream', purpose: 'From history to lists', memory: 256, timeout: 30 },
  // One at a time: two sweeps would send every tick twice.
  sweepDue: {
    folder: 'schedule',
    purpose: 'Finds what falls due within the next two minutes',
    // A processor's share goes with it: 66,000 that fall due at one instant are four seconds of a whole one.
    memory: 1024,
    timeout: 50,
    reserved: 1,
  },
  // One at a time: two would send every change twice. Opens two versions of the city when something changed.
  watchPosts: {
    folder: 'schedule',
    purpose: 'Sees where others answer for a post than before',
    memory: 1024,
    timeout: 50,
    reserved: 1,
  },
  // Tells what is open in a hundred posts in one go; later changes wait for it, and six times this is what a fault costs.
  handOver: {
    folder: 'queue',
    purpose: 'Tells open cases and people of a hand-over',
    memory: 1024,
    timeout: 120,
  },
  // One at a time: what two send twice is dropped, but paid for.
  releaseHeld: {
    folder: 'schedule',
    purpose: 'Tells what waited for the end of the quiet hours',
    memory: 512,
    timeout: 50,
    reserved: 1,
  },
  // Knows the whole city, and counts all that is open in it once a day.
  reportDuty: {
    folder: 'schedule',
    purpose: 'Reports what nobody had signed for at the end of a working day',
    memory: 1024,
    timeout: 50,
    reserved: 1,
  },
  watchCalendar: {
    folder: 'schedule',
    purpose: 'Has provisional deadlines worked out anew when working days are announced',
    memory: 1024,
    timeout: 50,
    reserved: 1,
  },
  casesByStage: { folder: 'console', purpose: 'Dashboard widget: cases by stage', memory: 512, timeout: 10 },
  // Opens areas, ledger and shapes of the whole city, and people wait for it: memory for one whole processor.
  cityMap: {
    folder: 'console',
    purpose: 'Dashboard widget: map, ledger, vacant posts, routing',
    memory: 1769,
    timeout: 20,
  },
} as const satisfies Record<string, FunctionSettings>;

export type FunctionName = keyof typeof functions;
export const functionNames = Object.keys(functions) as readonly FunctionName[];
export const settingsOfFunction = (name: FunctionName): FunctionSettings => functions[name];
