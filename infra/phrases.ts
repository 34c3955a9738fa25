const queueNames = {
  Turns: '来话队列（居民和工作人员发来的消息）',
  Ticks: '到期队列（时限和提醒）',
  Replies: '待发队列（等微信主机取走的答复）',
  StreamFailures: '事件流（通知和列表）',
  SweepFailures: '到期扫描',
} as const;
export type QueueName = keyof typeof queueNames;

/** What an operator reads in an alarm's e-mail or on the dashboard. */
export const phrases = {
  dashboard: {
    stages: '各环节在办件数',
    alarms: '告警',
    oldest: '最老一条等待时间（秒）',
    waiting: '队列积压（条）',
    deadLetters: '搁置待人工处理（条）',
    lateness: '到期处理延迟（秒）',
    overdue: '超期件数（每小时）',
    turns: '一次来话的处理时间（秒）',
    requests: '接口请求与错误',
    errors: '函数出错（次）',
    throttles: '被限流（次）',
    streams: '事件流落后（毫秒）',
    capacity: '数据表读写量（单位）',
    durations: '接口耗时 p99（毫秒）',
  },
  late: (queue: QueueName, seconds: number) => `${queueNames[queue]}：最老一条已等待超过 ${seconds} 秒`,
  deadLetters: (queue: QueueName) => `${queueNames[queue]}：有消息被搁置，请查明原因，修复后重新投递`,
  workerErrors: (name: string) => `${name}：五分钟内多次出错`,
  doorErrors: '接口五分钟内多次返回 5xx',
  slowIntake: (name: string, seconds: number) => `${name}：收件接口 p99 超过 ${seconds} 秒，居民在等`,
  turnsPutOff: '五分钟内多条网页消息没能当场答复，已转入队列：请查函数错误',
  throttled: '函数被限流：并发额度不够',
  streamBehind: (name: string) => `${name}：事件流落后超过两分钟，通知或列表会晚`,
  tableThrottled: '数据表被限流：检查热点键或预热吞吐量',
  tableErrors: '数据表返回系统错误',
  dueLate: '到期处理 p99 延迟超过三分钟',
  sweepStopped: '五分钟内没有到期扫描：时限和提醒已停',
  overdue: '一小时内超期件数过多',
} as const;
