package org.certassist.datafiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.certassist.core.knowledge.Answer;
import org.certassist.core.knowledge.Explain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The knowledge inside the program, asked as a clerk asks.
class ExplainTest {
  private static final Explain EXPLAIN = new Explain(new KnowledgeFile().builtIn());

  private static List<String> ids(String text) {
    return EXPLAIN.of(text).stream().map(answer -> answer.entry().id()).toList();
  }

  /// The messages of the guides, and their traditional forms.
  private static final String MESSAGES =
      """
      未查询到CA对照信息|未查詢到CA對照信息|message.noMapping
      单位信息不匹配|單位信息不匹配|message.unitMismatch
      未查询到单位信息|未查詢到單位信息|message.unitNotFound
      获取信息失败|獲取信息失敗|message.getInfoFailed
      调用CA出现异常|調用CA出現異常|message.caException
      CA验签结果失败，状态码：800|CA驗簽結果失敗，狀態碼：800|portal.status.800
      CA验签结果失败，状态码：809|CA驗簽結果失敗，狀態碼：809|portal.status.809
      CA验签结果失败，状态码：810|CA驗簽結果失敗，狀態碼：810|portal.status.810
      CA验签结果失败，状态码：820|CA驗簽結果失敗，狀態碼：820|portal.status.820
      CA验签结果失败，状态码：823|CA驗簽結果失敗，狀態碼：823|portal.status.823
      请确认输入的经办人信息是否已实名注册且与注册信息一致|請確認輸入的經辦人信息是否已實名註冊且與註冊信息一致|message.handlerMismatch
      未获取到人员基本信息|未獲取到人員基本信息|row.personUnknown
      调用公安部人员基准信息查询接口出错|調用公安部人員基準信息查詢接口出錯|row.policeDown
      该人员为灵活就业参保人员|該人員為靈活就業參保人員|row.flexible
      根据身份证号码找到多条人员信息，无法办理此业务|根據身份證號碼找到多條人員信息，無法辦理此業務|row.severalPeople
      户籍性质不能为空|戶籍性質不能為空|row.noHousehold
      自参保开始日期下一月起，存在失业金发放信息|自參保開始日期下一月起，存在失業金發放信息|row.unemploymentBenefit
      没有符合该人员的参保身份|沒有符合該人員的參保身份|row.noIdentity
      人员信息已采集，人员编号为3205001234567|人員信息已採集，人員編號為3205001234567|row.alreadyKnown
      只有人力资源服务单位才能输入人力资源服务信息|只有人力資源服務單位才能輸入人力資源服務信息|row.dispatchOnly
      该人员为公司法人，不允许停保|該人員為公司法人，不允許停保|row.legalPerson
      该人员在其他统办区存在欠费，320508|該人員在其他統辦區存在欠費，320508|row.owedElsewhere
      户籍地址格式无法解析|戶籍地址格式無法解析|row.address
      该人员账户类型为临时缴费账户，不允许办理|該人員帳戶類型為臨時繳費帳戶，不允許辦理|row.temporaryAccount
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = MESSAGES)
  void aMessageIsFoundHoweverItWasCopied(String message, String traditional, String id) {
    for (String copied :
        List.of(
            message,
            traditional,
            fullWidth(message),
            spaced(message),
            "【系统提示】" + message + "！ 确定",
            message.replace('0', 'O').replace('未', '末').replace('已', '己').replace('1', 'l'),
            message.toLowerCase(java.util.Locale.ROOT))) {
      assertEquals(id, ids(copied).getFirst(), copied);
    }
  }

  private static String fullWidth(String text) {
    return text.codePoints()
        .map(each -> each > ' ' && each < 0x7f ? each + 0xfee0 : each)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String spaced(String text) {
    return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" \u200b"));
  }

  @Test
  void oneCharacterReadWronglyIsForgivenButNoneThatTurnsTheMeaning() {
    assertEquals(List.of("row.flexible"), ids("该人员为灵话就业参保人员"));
    assertEquals(Answer.Fit.NEARLY, EXPLAIN.of("该人员为灵话就业参保人员").getFirst().fit());
    assertTrue(
        EXPLAIN.of("已查询到CA对照信息").stream().allMatch(answer -> answer.fit() == Answer.Fit.WORDS));
    assertEquals(List.of(), ids("CA验签结果失败，状态码：801"));
  }

  @ParameterizedTest
  @CsvSource({
    "800, portal.status.800",
    "８００, portal.status.800",
    "状态码 823, portal.status.823",
    "错误代码：810, portal.status.810",
    "800是什么意思, portal.status.800",
    "CKR_PIN_LOCKED, pin.locked",
    "ckr_pin_locked, pin.locked",
    "CKR PIN LOCKED, pin.locked",
    "0xA4, pin.locked",
    "OxA4, pin.locked",
    "0x000000a4, pin.locked",
    "C_Login failed: rv = 0xA0, pin.wrongTried",
    "SAR_PIN_INCORRECT, pin.wrongTried",
    "0x0A000024, pin.wrongTried",
    "HTTP 503, portal.down",
    "error 193, driver.wrongWordSize",
    "代码 45, key.notPlugged",
    "该设备无法启动。 (代码 10), usb.deviceError",
    "错误 1075, os.serviceDependency",
    "NET::ERR_CERT_AUTHORITY_INVALID, network.intercepted"
  })
  void aCodeIsFound(String text, String id) {
    assertEquals(id, ids(text).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "忘记PIN怎么办, pin.wrongTried",
    "UKey被占用, driver.busy",
    "UKey锁定了怎么办, pin.locked",
    "用户口令锁死, pin.locked",
    "网页打不开, portal.unreachable",
    "经办人没有确认 添加经办人, message.handlerNotConfirmed",
    "the disk is full, disk.full",
    "盖不了章, seal.sealNotAuthorised",
    "certificate expired, certificate.expired"
  })
  void wordsFindIt(String text, String id) {
    assertTrue(ids(text).contains(id), ids(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "。。。",
        "今天天气真好",
        "中午吃什么",
        "工资800元",
        "公司有810人参加会议",
        "110105194912310022",
        "13800138000",
        "你好",
        "怎么办",
        "员工",
        "lorem ipsum dolor sit amet",
        "asdfghjkl",
        "qwerty 12345",
        "床前明月光，疑是地上霜",
        "请把会议纪要发给我",
        "明天上午九点开会",
        "hello world",
        "8000",
        "80",
        "0x",
        "0xDEADBEEF",
        "CKR_",
        "801",
        "状态码",
        "状态码：999",
        "🙂🙂🙂",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "买一斤苹果和两斤梨",
        "世界杯决赛比分",
        "SELECT * FROM users",
        "the quick brown fox jumps over the lazy dog",
        "股票今天涨了",
        "bio",
        "so lo"
      })
  void whatMeansNothingGetsNoAnswer(String text) {
    assertEquals(List.of(), ids(text));
  }

  @Test
  void aLongTextIsAnsweredInTime() {
    String endless = "未查询到".repeat(500_000);
    assertTimeout(Duration.ofSeconds(5), () -> EXPLAIN.of(endless));
  }

  @Test
  void thereAreAtMostFiveAnswers() {
    assertEquals(5, EXPLAIN.of("错误800 错误809 错误810 错误820 错误823 错误503").size());
  }
}
