/** A conversation as it is written into lists and logs: enough to tell two apart, too little to write to. `wechaty:wx…f3`. */
export const maskConversation = (conversation: string): string => {
  const [channel = '', ...rest] = conversation.split(':');
  const id = rest.join(':');
  return id.length <= 6 ? conversation : `${channel}:${id.slice(0, 2)}…${id.slice(-2)}`;
};
