package org.certassist.core.knowledge;

import java.util.HashMap;
import java.util.Map;

/// Characters that are taken for one another: traditional for simplified ones, and those that text
/// recognition mistakes.
///
/// Both tables hold what occurs in messages of portals and drivers, not the whole of the language.
final class Likeness {
  /// Pairs of a traditional character and its simplified one.
  private static final String TRADITIONAL =
      "詢询對对資资訊讯單单戶户業业務务驗验簽签結结態态碼码證证書书圖图過过無无鏈链鎖锁員员編编號号輸输傳传獲获調调現现異异線线網网絡络絕绝險险參参"
          + "該该為为靈灵從从職职個个條条據据間间終终開开關关閉闭門门電电腦脑驅驱動动裝装裡里裏里時时鐘钟請请確确認认實实與与來来這这還还進进後后發发給给"
          + "統统繳缴費费賬账帳账類类臨临區区辦办質质採采錄录誤误錯错報报應应連连斷断權权許许設设備备讀读寫写儲储滿满損损壞坏壓压縮缩複复雜杂術术構构誰谁"
          + "項项領领頭头題题顯显風风飛飞馬马驚惊鍵键鑰钥長长陸陆階阶際际隨随雙双離离難难靜静響响頁页順顺須须預预頻频額额願愿東东兩两嚴严並并喪丧臺台囑嘱"
          + "圍围國国執执場场塊块處处夠够獎奖學学寧宁審审將将屬属層层歲岁師师帶带幣币幾几庫库張张當当彙汇徵征恆恒愛爱慣惯憑凭戰战戲戏擇择擔担擊击擬拟擴扩"
          + "攔拦敗败數数斂敛於于昇升曉晓曆历會会樣样標标樓楼機机檔档檢检歡欢歷历歸归決决況况淨净測测滅灭漢汉潔洁濟济狀状獨独瀏浏覽览玆兹環环產产畢毕療疗"
          + "盡尽監监盤盘礎础種种稱称穩稳競竞筆笔節节範范築筑簡简籤签糾纠級级組组細细紹绍經经綁绑維维緊紧緩缓練练縣县總总織织繼继續续罰罚羅罗義义習习聯联"
          + "聲声聽听脫脱臉脸舉举舊旧華华萬万葉叶蓋盖藍蓝蘇苏蟲虫補补製制規规視视覺觉觸触訂订計计討讨訓训託托記记訪访評评試试話话詳详語语誠诚說说課课談谈"
          + "論论識识護护譯译議议變变讓让負负財财貢贡貨货販贩貸贷買买賣卖賦赋賴赖購购贈赠贊赞趕赶趙赵跡迹踐践轉转輔辅輕轻輪轮農农迴回運运違违遠远適适選选"
          + "遷迁郵邮鄉乡醫医釋释針针鈕钮銀银銷销錢钱鎮镇鏡镜鐵铁閃闪閱阅隊队陽阳隱隐雲云鞏巩顧顾飯饭餘余駐驻駛驶騙骗體体鬆松點点黨党齊齐齡龄龍龙準准佔占"
          + "僅仅價价優优償偿儘尽兒儿內内冊册凍冻劃划勞劳勢势勝胜匯汇協协卻却厲厉叢丛啟启啓启喚唤嗎吗壘垒夾夹姍姗娛娱孫孙專专導导屆届島岛廠厂廢废廣广廳厅"
          + "強强彈弹徑径復复憶忆懷怀掃扫掛挂換换揮挥摺折擁拥擋挡攜携攝摄敵敌晝昼暫暂極极榮荣槍枪樂乐殘残殺杀氣气沒没滾滚潛潜濾滤爾尔牆墙牽牵犧牺疊叠盧卢"
          + "衆众碩硕禮礼積积";

  /// Groups of characters that recognised text takes for one another; the first stands for all.
  private static final String[] MISTAKEN = {
    "0o〇", "1li", "未末", "已己巳", "人入", "日曰", "土士", "干千", "账帐", "询洵", "天夭",
    "码玛", "签鉴", "贝见", "白自", "目且", "请清", "治冶", "免兔", "库厍", "候侯", "析折"
  };

  private static final Map<Integer, Integer> TABLE = table();

  private Likeness() {}

  /// What stands for a character and for all that are taken for it.
  ///
  /// @param character in lower case
  static int of(int character) {
    return TABLE.getOrDefault(character, character);
  }

  private static Map<Integer, Integer> table() {
    Map<Integer, Integer> mistaken = new HashMap<>();
    for (String group : MISTAKEN) {
      int standing = mistaken.getOrDefault(group.codePointAt(0), group.codePointAt(0));
      group.codePoints().forEach(each -> mistaken.putIfAbsent(each, standing));
    }
    Map<Integer, Integer> table = new HashMap<>(mistaken);
    for (int i = 0; i < TRADITIONAL.length(); i += 2) {
      int simplified = TRADITIONAL.charAt(i + 1);
      table.put((int) TRADITIONAL.charAt(i), mistaken.getOrDefault(simplified, simplified));
    }
    return table;
  }
}
