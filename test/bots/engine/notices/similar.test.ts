import { answerTurn } from '../../../../bots/engine/answerTurn.ts';
import { renderPlain } from '../../../../bots/engine/renderPlain.ts';
import type { CaseNotice } from '../../../../shared/contracts/notice.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

const know = townKnowledge();
const NUMBER = '202609280000001';

const hear = (kind: CaseNotice['kind'], similar?: CaseNotice['similar']): string => {
  const notice: CaseNotice = {
    id: `${NUMBER}#4#0`,
    kind,
    number: NUMBER,
    service: '路灯异常',
    place: '建设路12号',
    text: '路灯坏了',
    photos: [],
    urgent: false,
    ...(similar ? { similar } : {}),
  };
  const turn = {
    id: notice.id,
    conversation: 'web:r-1',
    at: 1,
    said: { kind: 'notice', notice },
  } as const;
  const step = answerTurn({ seen: [], lastAt: 0 }, turn, know, {});
  if (step.kind === 'asks') throw new Error('A notice asks nothing');
  return step.replies.map(renderPlain).join('\n---\n');
};

test('the card of a task tells what worked in cases like it, how it was rated, and what had to be done again', () => {
  const text = hear('unitTask', [
    { service: '路灯异常', place: '滨河社区', report: '更换光源，当晚试亮。', rating: 'A' },
    { service: '路灯异常', place: '向阳社区', report: '换了灯珠' },
    { service: '路灯异常', place: '人民社区', report: '拧紧灯头', rating: 'D', reworked: true },
  ]);
  expect(text).toContain(
    '类似的办过：\n① 滨河社区 路灯异常：更换光源，当晚试亮，群众评 A\n② 向阳社区 路灯异常：换了灯珠\n③ 人民社区 路灯异常：拧紧灯头，群众评 D，返工过\n1 签收',
  );
});

test('where nothing like it was solved the card says nothing of it', () => {
  expect(hear('unitTask')).not.toContain('类似');
  expect(hear('unitTask', [])).not.toContain('类似');
});
