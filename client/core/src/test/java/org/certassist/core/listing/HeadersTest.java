package org.certassist.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.certassist.core.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
  private enum Field implements ListColumn {
    NUMBER("证件号码", "证件号"),
    NAME("姓名");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> words;

    Field(String... words) {
      this.words = List.of(words);
    }

    @Override
    public List<String> words() {
      return words;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "证件号码",
        "*证件 号码：",
        "＊证件\u200B号码\uFEFF",
        "证件号码（18位）",
        "证件号码［18位］",
        "证件号码（必\n填）",
        "证件号[必填](18位)",
        "【必填】证件号码:"
      })
  void aHeaderIsKnownWhateverSurroundsItsWord(String header) throws Exception {
    assertThat(find(line(1, "姓 名", header)).columns())
        .isEqualTo(Map.of(Field.NAME, 0, Field.NUMBER, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "号码", "原证件号码", "（证件号码）"})
  void anotherTextIsNoHeader(String header) {
    assertThatThrownBy(() -> find(line(1, "姓名", header))).hasMessageContaining("list.noHeaders");
  }

  @Test
  void theLineWithMostColumnsIsTheHeader() throws Exception {
    Headers<Field> found = find(line(1, "证件号码"), line(3, "证件号码", "姓名"), line(4, "证件号码", "姓名"));

    assertThat(found.line()).isEqualTo(3);
  }

  @Test
  void atMostThirtyLinesComeBeforeIt() {
    Listing.Line[] lines = new Listing.Line[31];
    Arrays.setAll(lines, i -> line(i + 1, i == 30 ? "证件号码" : "x"));

    assertThatThrownBy(() -> find(lines)).hasMessageContaining("list.noHeaders");
  }

  private static Listing.Line line(int number, String... cells) {
    return new Listing.Line(number, List.of(cells));
  }

  private static Headers<Field> find(Listing.Line... lines) throws FaultException {
    return Headers.find(new Listing("-", List.of(lines)), Field.class, List.of(Field.NUMBER));
  }
}
