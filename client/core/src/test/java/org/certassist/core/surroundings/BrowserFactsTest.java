package org.certassist.core.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.certassist.core.surroundings.BrowserFacts.Blocked;
import org.certassist.core.surroundings.BrowserFacts.Browser;
import org.certassist.core.surroundings.BrowserFacts.By;
import org.certassist.core.surroundings.BrowserFacts.Old;
import org.certassist.core.surroundings.BrowserFacts.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is laid down in browsers about one page.
class BrowserFactsTest {
  private static final URI PAGE = URI.create("https://rs.jshrss.jiangsu.gov.cn/index/");

  @ParameterizedTest
  @CsvSource({
    "*, true",
    "*://*, true",
    "https://*, true",
    "http://*, false",
    "rs.jshrss.jiangsu.gov.cn, true",
    "RS.jshrss.jiangsu.gov.cn, true",
    "https://rs.jshrss.jiangsu.gov.cn:443/path, true",
    "https://rs.jshrss.jiangsu.gov.cn:8443, false",
    "https://rs.jshrss.jiangsu.gov.cn:*, true",
    "https://[*.]jiangsu.gov.cn, true",
    "[*.]gov.cn, true",
    "jiangsu.gov.cn, false",
    "[*.]su.gov.cn, false",
    "https://portal.example, false",
    "'', false",
    "://, false",
    "[[*.]gov.cn, false"
  })
  void aPatternMeansAPageOrNot(String pattern, boolean fits) {
    assertThat(UrlPattern.fits(pattern, PAGE)).isEqualTo(fits);
  }

  private static BrowserFacts chrome(Rule... rules) {
    return new BrowserFacts(List.of(new Browser("Chrome", List.of(rules))), Old.UNKNOWN);
  }

  @Test
  void theFirstRuleAboutThePageCounts() {
    Rule blocks = new Rule(By.POLICY, "Blocked", false, List.of("*"));
    Rule allows = new Rule(By.POLICY, "Allowed", true, List.of("[*.]jiangsu.gov.cn"));
    Rule elsewhere = new Rule(By.POLICY, "Other", false, List.of("https://portal.example"));

    assertThat(chrome(elsewhere, allows, blocks).blocked(PAGE)).isEmpty();
    assertThat(chrome(blocks, allows).blocked(PAGE)).contains(new Blocked("Chrome", blocks));
    assertThat(chrome(elsewhere).blocked(PAGE)).isEmpty();
    assertThat(chrome().blocked(PAGE)).isEmpty();
  }
}
