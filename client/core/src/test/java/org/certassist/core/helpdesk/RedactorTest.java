package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String ID = "11010519491231002X";
  private static final List<KnownSecret> KNOWN =
      List.of(
          new KnownSecret(Secrecy.PERSON, "李小芳"),
          new KnownSecret(Secrecy.UNIT, "福州练习厂"),
          new KnownSecret(Secrecy.USER, "lixf"),
          new KnownSecret(Secrecy.USER, "admin"),
          new KnownSecret(Secrecy.ID, "3201-7788"));

  private static String redacted(String line) {
    return new Redactor(KNOWN).line(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id 11010519491231002X end | id id-1 end",
        "id 11010519491231002x | id id-1",
        "id=110105194912310021 | id=id-1",
        "证件号码110105194912310021有误 | 证件号码id-1有误",
        "１１０１０５１９４９１２３１００２Ｘ | id-1",
        "110105 19491231 002X | id-1",
        "110105-19491231-002X | id-1",
        "110105—1949—1231—002X | id-1",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X | id-1",
        "11010519491231002X@ca | id-1@ca",
        "SF11010519491231002X | SFid-1",
        "1@5009SF011010519491231002X | 1@5009SF0id-1",
        "row_11010519491231002X.xlsx | row_id-1.xlsx",
        "pid 4711 110105194912310021 4712 | pid 4711 id-1 4712",
        "110105491231002 | id-1",
        "110105 491231 002 | id-1",
        "x\"110105491231002\" | x\"id-1\"",
        "6222021234567890123 | id-1",
        "人员编号为3201778899的人 | 人员编号为id-1的人",
        "known 32017788 | known id-1",
      })
  void numbersOfPeopleAreHidden(String line, String left) {
    assertThat(redacted(line)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "李小芳 logged in | person-1 logged in",
        "李 小 芳 | person-1",
        "李　小　芳 | person-1",
        "at /x/李小芳/y.xlsx | at /x/person-1/y.xlsx",
        "q=%E6%9D%8E%E5%B0%8F%E8%8A%B3&a | q=person-1&a",
        "q=%e6%9d%8e%e5%b0%8f%e8%8a%b3 | q=person-1",
        "{\"n\":\"\\u674e\\u5c0f\\u82b3\"} | {\"n\":\"person-1\"}",
        "姓名：王大明 | 姓名：person-1",
        "{\"name\": \"王大明\"} | {\"name\": \"person-1\"}",
        "CN=王大明, C=CN | CN=person-1, C=CN",
        "王大明 11010519491231002X | person-1 id-1",
        "王大明,110105194912310021 | person-1,id-1",
        "/x/王大明_11010519491231002X.xls | /x/person-1_id-1.xls",
        "王大明-11010519491231002X | person-1-id-1",
        "file.unreadable[王大明 <id>.xlsx] | file.unreadable[person-1 <id>.xlsx]",
        "at 王大明,<id> | at person-1,<id>",
        "身份证号 11010519491231002X | 身份证号 id-1",
      })
  void namesAreHidden(String line, String left) {
    assertThat(redacted(line)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "福州练习厂 | unit-1",
        "O=苏州丝绸有限公司, | O=unit-1,",
        "91350100M000100Y43 | unit-1",
        "９１３５０１００Ｍ０００１００Ｙ４３ | unit-1",
        "9135 0100 M000 100Y 43 | unit-1",
        "91350100-M000100Y43 | unit-1",
        "91350100m000100y43 | unit-1",
        "91320509MA1XXXXX3K | unit-1",
        "单位编号：320599001 | 单位编号：unit-1",
      })
  void unitsAreHidden(String line, String left) {
    assertThat(redacted(line)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13800138000 | phone-1",
        "138-0013-8000 | phone-1",
        "138 0013 8000 | phone-1",
        "１３８００１３８０００ | phone-1",
        "+86 13800138000 | phone-1",
        "+8613800138000 | phone-1",
        "电话：0512-65123456 | 电话：phone-1",
        "（0512）65123456 | phone-1",
        "li.xf+a@mail.example.com.cn wrote | mail-1 wrote",
        "<lixf2@qq.com> | <mail-1>",
      })
  void phonesAndMailsAreHidden(String line, String left) {
    assertThat(redacted(line)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PIN=Kx7#pq | PIN=pin-1",
        "PIN= 246813 x | PIN= pin-1 x",
        "pin: 246813 | pin: pin-1",
        "userPin=246813 | userPin=pin-1",
        "user_pin=246813 | user_pin=pin-1",
        "\"pin\": \"24 \\\"68 13\" | \"pin\": \"pin-1\"",
        "ＰＩＮ＝２４６８１３ | ＰＩＮ＝pin-1",
        "PIN 246813 | PIN pin-1",
        "PIN码246813 | PIN码pin-1",
        "口令：246813。再试 | 口令：pin-1。再试",
        "口令是abc!23 | 口令是pin-1",
        "密码 246813 | 密码 pin-1",
        "--pin 246813 --lang en | --pin pin-1 --lang en",
        "password=hunter2&x | password=pin-1",
        "passwd: 'a b c' | passwd: 'pin-1'",
        "pin=3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c11 | pin=pin-1",
        "Authorization: Bearer abc.def.ghi x | Authorization: token-1",
        "sent Bearer abcdefgh12345== to | sent Bearer token-1 to",
        "Cookie: a=1; JSESSIONID=77 | Cookie: token-1",
        "Set-Cookie: a=1 | Set-Cookie: token-1",
        "JSESSIONID=77AB | JSESSIONID=token-1",
        "access_token=abc | access_token=token-1",
        "\"token\":\"abcdefghijklmnop1\" | \"token\":\"token-1\"",
        "jwt eyJhbGciOi.eyJzdWIi.c2ln | jwt token-1",
        "https://li:pw@proxy:3128/ | https://token-1@proxy:3128/",
        "https://li:p@w@proxy:3128/ | https://token-1@proxy:3128/",
        "https://li:p/w#1@proxy:3128/ | https://token-1@proxy:3128/",
        "http://:p?w@proxy | http://token-1@proxy",
        "GET https://portal.example/a?x=1&token=Ab12 | GET"
            + " https://portal.example/a?x=1&token=token-1",
        "/cas?ticket=ST-12-abc&y=2 | /cas?ticket=token-1&y=2",
        "验证码：8842 | 验证码：token-1",
      })
  void whatOpensAKeyOrASessionIsHidden(String line, String left) {
    assertThat(redacted(line)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "C:\\Users\\wang\\AppData | C:\\Users\\user-1\\AppData",
        "C:\\\\Users\\\\wang\\\\AppData | C:\\\\Users\\\\user-1\\\\AppData",
        "c:/users/Wang Daming/x | c:/users/user-1/x",
        "C:\\Users\\王大明 failed | C:\\Users\\user-1 failed",
        "/home/wang/.local/share | /home/user-1/.local/share",
        "/Users/wang/Library | /Users/user-1/Library",
        "/data/home/wang/x | /data/home/user-1/x",
        "/var/home/wang | /var/home/user-1",
        "\\\\srv\\Users\\wang\\x | \\\\srv\\Users\\user-1\\x",
        "\\\\srv\\home$\\wang\\x | \\\\srv\\home$\\user-1\\x",
        "https://portal.example/home/page stays | https://portal.example/home/page stays",
        "file:///home/wang | file:///home/user-1",
        "USERNAME=wang | USERNAME=user-1",
        "by lixf on PC | by user-1 on PC",
        "by LIXF | by user-1",
        "lixf2 and prelixf stay | lixf2 and prelixf stay",
      })
  void whoUsesThePcIsHidden(String line, String left) {
    assertThat(redacted(line)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-29T06:16:59.123+08:00 INFO  Program ended with pin.wrong[LAST_TRY]",
        "2026-11-29 06:16:59 20261129061659 1764396000123 1764396000123456789",
        "3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c11 12345678-1234-4123-8123-123456789012",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "md5 d41d8cd98f00b204e9800998ecf8427e sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "certassist 0.1.0, Java 25.0.1+9-LTS, Windows 10.0.19045.5131, kernel 6.8.0-101-generic",
        "CKR_PIN_INCORRECT 0x000000a0 SAR_OK 0x0A000001 800/809/810/820/823 320***",
        "\"pinState\": \"wrongTried\", \"pin\": \"locked\", pin: ok, PIN=lastTry",
        "usb 055C:DB08 096e:0309 ATR 3B6D0000574436",
        "libgm3000.1.0.so C:\\Windows\\System32\\gm3000_pkcs11.dll /usr/lib/x86_64-linux-gnu",
        "127.0.0.1:21051 192.168.1.15 fe80::1 https://practice.example/api?x=1",
        "C:\\Users\\Public\\Desktop /home",
        "admin rights: no; spinning=yes mapping: 3 shipping 12345",
        "token: GM3000 slot 1 tokenPresent=true",
        "CN=江苏省电子商务服务中心 CA, O=国家电子政务外网管理中心",
        "北京数字认证股份有限公司",
        "issuer: CN=练习 CA, CN=北京CA",
        "certificate.expired 810 days -3 of 365, 12 rows, 1.234.567 bytes",
        "at org.certassist.cli.Program.run(Program.java:57)",
        "phone code 1019 2758 0035 47; support code K7QX-29MD",
        "call 12333 or 400-123-4567 or 12366",
        "serial 4A5B6C7D8E9F00112233, 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"
      })
  void whatHelpsTheHelpdeskStaysReadable(String line) {
    assertThat(redacted(line)).isEqualTo(line);
  }

  @Test
  void theSameValueHasTheSamePseudonymInOneBundleOnly() {
    Redactor one = new Redactor(KNOWN);

    assertThat(
            one.lines(
                List.of(
                    "110105194912310021", ID, "110105-19491231-002X", "李 小 芳", "王大明 " + ID, "李小芳")))
        .containsExactly("id-1", "id-2", "id-2", "person-1", "person-2 id-2", "person-1");
    assertThat(new Redactor(KNOWN).line(ID)).isEqualTo("id-1");
  }

  @Test
  void redactingTwiceChangesNothing() {
    String line = "PIN=246813 李小芳 " + ID + " /home/wang token=abcdefghijklmnopq 13800138000 口令：x";
    Redactor redactor = new Redactor(KNOWN);
    String once = redactor.line(line);

    assertThat(redactor.line(once)).isEqualTo(once);
    assertThat(once).doesNotContain("246813", "李小芳", ID, "wang", "abcdef", "13800138000");
  }

  /// No pattern may run away with a line that was made for it.
  @Test
  @Timeout(20)
  void aLongLineTakesLittleTime() {
    for (String piece :
        List.of(
            "1", "1 ", "a", "PIN=", "a@b.", "李", "\"", "/home/", "1-", "eyJa.", "0512-", "\\")) {
      long begun = System.nanoTime();
      redacted(piece.repeat(8000 / piece.length()));
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .as(piece)
          .isLessThan(Duration.ofSeconds(3));
    }
  }

  /// An archive of some years names thousands, and a log has thousands of lines.
  @Test
  @Timeout(60)
  void thousandsOfKnownPeopleTakeLittleTime() {
    List<KnownSecret> many =
        IntStream.range(0, 40_000)
            .mapToObj(at ->
                at % 2 == 0
                    ? new KnownSecret(
                        Secrecy.PERSON, "李" + (char) ('一' + at / 200) + (char) ('丁' + at % 200))
                    : new KnownSecret(Secrecy.ID, "3201" + (700_000 + at)))
            .toList();
    String line =
        "2026-12-06T23:00:00.000+08:00 INFO  DriverHost libgm3000.1.0.so was lost: 李 "
            + (char) ('一' + 7)
            + (char) ('丁' + 62)
            + " 3201700001";
    long begun = System.nanoTime();
    List<String> left = new Redactor(many).lines(Collections.nCopies(5000, line));

    assertThat(left.getLast()).endsWith("lost: person-1 id-1");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void theTextFormOfAKnownSecretTellsNothing() {
    assertThat(new KnownSecret(Secrecy.PERSON, "李小芳").toString()).isEqualTo("person");
  }

  /// Such as an issuer's name of a certificate that somebody made: without an end to it, no bundle
  /// is made.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "\u5f20",
        "-",
        "1-",
        "\\",
        "0%",
        "a@",
        " a",
        "/home/ a",
        "pin=\"",
        "://a:"
      })
  void aLongLineOfOneKindIsLookedThroughSoon(String piece) {
    String line = piece.repeat(16_000 / piece.length());

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> redacted(line));
  }
}
