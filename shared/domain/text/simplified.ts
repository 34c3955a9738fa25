/** Pairs of a traditional character and the simplified one, of those that stand in addresses and in words for where something is. */
const PAIRS =
  '號号樓楼棟栋單单區区縣县鎮镇鄉乡門门東东灣湾園园廣广場场醫医學学橋桥車车廠厂陽阳華华設设羅罗對对麵面邊边裏里裡里後后間间側侧頭头層层廳厅庫库館馆處处際际農农業业興兴順顺豐丰龍龙鳳凤馬马魚鱼鳥鸟雲云電电臺台灘滩' +
  '島岛嶺岭嶼屿溝沟渦涡漢汉濱滨濟济瀋沈灑洒錦锦繡绣鋼钢鐵铁銀银銅铜鎖锁鐘钟鍾钟長长慶庆應应書书國国圓圆團团圖图壩坝壇坛執执報报塊块墻墙牆墙夾夹奮奋婦妇媽妈孫孙寧宁寶宝實实將将爾尔屆届岡冈崗岗嶽岳帥帅師师幣币幹干' +
  '廟庙廬庐張张強强彈弹彙汇徑径從从復复憲宪懷怀戰战戶户捨舍掃扫揚扬換换損损搖摇擁拥擊击據据擴扩敵敌數数斷断於于時时晉晋曉晓會会朧胧條条極极榮荣樂乐樅枞標标樸朴樹树機机檔档檢检欄栏權权歐欧歲岁歷历歸归殘残氣气決决' +
  '沖冲涇泾淺浅渾浑湯汤溫温滄沧滅灭滿满漁渔潔洁潤润潯浔澤泽澗涧濕湿瀾澜煙烟熱热燈灯營营爐炉牽牵環环瓊琼畝亩畢毕畫画異异當当發发皚皑盤盘盧卢眾众礦矿礎础禮礼種种稱称穀谷穩稳窯窑築筑糧粮紀纪紅红紡纺紹绍終终組组結结' +
  '給给統统絲丝經经綠绿維维綱纲網网線线緯纬縱纵總总織织續续罷罢義义習习翹翘聖圣聯联職职肅肃脈脉腦脑臨临與与舊旧舉举艦舰艱艰芻刍莊庄蓋盖蓮莲蔣蒋蔭荫蕭萧薊蓟藍蓝藝艺蘆芦蘇苏蘭兰虛虚蝦虾衛卫術术補补裝装複复見见規规' +
  '視视覺觉觀观訂订訓训記记許许診诊証证話话該该詳详誠诚語语調调談谈請请論论諸诸謝谢證证識识護护讀读變变讓让豎竖貝贝財财貢贡貨货貴贵貿贸賀贺資资賓宾賢贤質质贊赞趙赵跡迹軌轨軍军軒轩軟软較较載载輝辉輪轮輸输轉转辦办' +
  '這这連连進进運运過过達达遠远適适遲迟遷迁選选遼辽郵邮鄧邓鄭郑醬酱釀酿針针釘钉釣钓鉛铅銘铭鋪铺錢钱錫锡鍋锅鎢钨鏡镜閃闪閉闭開开閘闸閩闽閣阁闊阔關关陝陕陣阵陰阴陳陈隊队階阶隨随險险隱隐雙双雖虽雜杂離离難难霧雾' +
  '靈灵靜静韓韩頂顶項项須须預预領领頤颐題题顏颜顧顾風风飛飞飯饭飲饮飾饰養养餘余駐驻駛驶驛驿驗验騰腾騎骑鬆松鬧闹魯鲁鮮鲜鴨鸭鴻鸿鵬鹏鶴鹤鷹鹰鹽盐麗丽麥麦黃黄點点齊齐齒齿龜龟';

/** As numerals are written where they must not be changed. In names they are read alike on both sides. */
const NUMERALS = '壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十佰百';
const ALL = `${PAIRS}${NUMERALS}`;

const SIMPLE: ReadonlyMap<string, string> = new Map(
  Array.from({ length: ALL.length / 2 }, (_, at) => [ALL[at * 2] as string, ALL[at * 2 + 1] as string]),
);

/** A character in its simplified form, and a numeral in its plain one; one to one, so that positions stay. */
export const simplified = (char: string): string => SIMPLE.get(char) ?? char;
