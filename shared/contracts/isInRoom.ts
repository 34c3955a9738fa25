/** Whether others read along: a person in a room has a conversation of their own there (`channel:room~person`). */
export const isInRoom = (conversation: string): boolean => conversation.includes('~');
