package org.certassist.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private final Fields fields = new Fields(List.of("idType", "idNumber", "name"));

  @Test
  void aRowIsTheMapOfWhatIsThere() {
    Map<String, String> row = fields.row(new String[] {"护照", null, "李小芳"});

    assertThat(row).isEqualTo(Map.of("idType", "护照", "name", "李小芳"));
    assertThat(row.hashCode()).isEqualTo(Map.of("idType", "护照", "name", "李小芳").hashCode());
    assertThat(row).containsOnlyKeys("idType", "name").doesNotContainKey("idNumber");
    assertThat(row.get("idNumber")).isNull();
    assertThat(row.get("elsewhere")).isNull();
    assertThat(fields.row(new String[3])).isEmpty();
  }

  @Test
  void ofTwoFieldsOfOneNameTheLastCounts() {
    Map<String, String> row = new Fields(List.of("a", "b", "a")).row(new String[] {"1", "2", "3"});

    assertThat(row).isEqualTo(Map.of("a", "3", "b", "2"));
  }

  @Test
  void aRowCannotBeChangedAndIsNotCopied() {
    Map<String, String> row = fields.row(new String[] {"护照", null, null});
    Map<String, String> changeable = new HashMap<>(row);

    assertThatThrownBy(() -> row.put("name", "李小芳"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Fields.unchanging(row)).isSameAs(row);
    assertThat(Fields.unchanging(changeable)).isNotSameAs(changeable).isEqualTo(row);
  }
}
