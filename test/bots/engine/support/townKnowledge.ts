import type { Service } from '../../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { EAST, smallCity, smallKnowledge, WEST } from '../../../support/smallCity.ts';

const [lamp] = smallCity.services;
if (!lamp) throw new Error('The small city has services');

const service = (
  code: string,
  name: string,
  words: readonly string[],
  more: Partial<Service> = {},
): Service => ({
  ...lamp,
  code,
  name,
  group: code.slice(0, 2),
  words,
  ...more,
});

/** The small city with what a dialog needs besides: services that want a photo or a phone, and a name that two places have. */
export const townKnowledge = (): Knowledge =>
  smallKnowledge({
    services: [
      service('01037', '路灯异常', [
        '路灯不亮',
        '路灯坏了',
        '路灯坏',
        '路灯一闪一闪',
        '黑灯瞎火',
        '没有路灯光',
      ]),
      service('06010', '暴露垃圾', ['垃圾没人清', '垃圾堆', '垃圾没人收', '生活垃圾', '扔了好多垃圾']),
      service('06042', '垃圾箱满溢', ['垃圾桶满了', '垃圾桶没倒', '垃圾箱满溢', '垃圾溢出来']),
      service('06013', '道路破损', ['路面有坑', '路面破损', '路塌了', '马路上有个大坑']),
      service('01023', '井盖异常', ['井盖没了', '井盖坏了', '井盖不见了'], {
        needs: ['place', 'text', 'photo'],
      }),
      service('Z1001', '邻里纠纷', ['邻居吵架', '邻里纠纷', '跟邻居吵起来'], {
        needs: ['place', 'text', 'phone'],
        check: false,
      }),
      service('Z2002', '无人管', ['没有单位管', '谁都不管的事']),
    ],
    places: [
      ...smallCity.places,
      { name: '建设路14号', aliases: [], lng: 121.4712, lat: 31.2311, area: WEST, kind: 'door' },
      { name: '幸福超市', aliases: [], lng: 121.4715, lat: 31.2305, area: WEST, kind: 'shop' },
      { name: '幸福超市', aliases: [], lng: 121.4755, lat: 31.2305, area: EAST, kind: 'shop' },
    ],
    routes: [...smallCity.routes, { service: 'Z1*', area: '990101', unit: 'U00', share: 'lead' }],
  });
