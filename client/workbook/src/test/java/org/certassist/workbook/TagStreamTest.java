package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagStreamTest {
  private static final String MIXED =
      "\uFEFF<?xml version='1.0'?><!-- <c> --> <x:a b = \"1>2\" c='\"'>张<![CDATA[<c/>]]>"
          + "<c r=\"B5\"/><?p <d>?>&lt;</x:a >\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void everyTagIsFoundAndEveryByteIsPassedOn(int piece) throws Exception {
    TagStream tags = tags(MIXED, piece);
    List<String> found = new ArrayList<>();
    while (tags.next()) {
      found.add(tags.text());
    }

    assertThat(found).containsExactly("<x:a b = \"1>2\" c='\"'>", "<c r=\"B5\"/>", "</x:a >");
    assertThat(passed()).isEqualTo(MIXED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1_000})
  void tagsAreNamedChangedAndJoined(int piece) throws Exception {
    TagStream tags = tags("<x:a b = \"1>2\" c=''>1<x:b/>2</x:a>3", piece);

    assertThat(tags.next()).isTrue();
    assertThat(tags.starts("a")).isTrue();
    assertThat(tags.starts("b")).isFalse();
    assertThat(tags.prefix()).isEqualTo("x:");
    assertThat(tags.attribute("b")).isEqualTo("1>2");
    assertThat(tags.attribute("c")).isEmpty();
    assertThat(tags.attribute("d")).isEmpty();
    tags.set("b", "3");
    assertThat(tags.next()).isTrue();
    assertThat(tags.isEmpty()).isTrue();
    tags.set("s", "4");
    assertThat(tags.next()).isTrue();
    assertThat(tags.ends("a")).isTrue();
    tags.insert("<y/>");
    assertThat(tags.next()).isFalse();

    assertThat(passed()).isEqualTo("<x:a b = \"3\" c=''>1<x:b s=\"4\"/>2<y/></x:a>3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 1_000})
  void theRestGoesToAnotherStream(int piece) throws Exception {
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    TagStream tags = tags("<a>1<b>2</b>3</a>4", piece);
    while (tags.next()) {
      if (tags.starts("b")) {
        tags.passTo(other);
      } else if (tags.ends("b")) {
        tags.passTo(out);
      }
    }

    assertThat(passed()).isEqualTo("<a>1</b>3</a>4");
    assertThat(other.toString(StandardCharsets.UTF_8)).isEqualTo("<b>2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 1_000})
  void whatIsStartAndEndInOneIsOpened(int piece) throws Exception {
    TagStream tags = tags("<x:a b='/' /><c/><d/>", piece);
    assertThat(tags.next()).isTrue();
    tags.enclose("1");
    assertThat(tags.next()).isTrue();
    tags.enclose("");
    assertThat(tags.next()).isTrue();
    tags.enclose("<e/>");
    assertThat(tags.next()).isFalse();

    assertThat(passed()).isEqualTo("<x:a b='/'>1</x:a><c/><d><e/></d>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a",
        "<a b='>",
        "<a b='1' <c>",
        "<",
        "<!-- ",
        "<![CDATA[",
        "<?",
        "<!DOCTYPE a>",
        "<!ELEMENT"
      })
  void damageAndDocumentTypesAreRefused(String xml) {
    assertThatExceptionOfType(Unusable.class).isThrownBy(() -> drain(tags(xml, 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<a>", "<>", "</>", "</", "a", "", "<a =>", "<a b>", "<a b=>", "<a b='1'c>"})
  void nothingElseIsRunInto(String xml) throws Exception {
    try {
      TagStream tags = tags(xml, 2);
      while (tags.next()) {
        assertThat(tags.attribute("x")).isEmpty();
        assertThat(tags.isEmpty()).isFalse();
      }
      assertThat(passed()).isEqualTo(xml);
    } catch (Unusable named) {
      assertThat(named).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_000, 70_000})
  void aTagIsHeldUpToALength(int length) throws Exception {
    String xml = "<a b='" + "x".repeat(length) + "'/>";

    if (length < 1 << 16) {
      drain(tags(xml, 10_000));
      assertThat(passed()).isEqualTo(xml);
    } else {
      assertThatExceptionOfType(Unusable.class).isThrownBy(() -> drain(tags(xml, 10_000)));
    }
  }

  private static void drain(TagStream tags) throws IOException {
    boolean more = true;
    while (more) {
      more = tags.next();
    }
  }

  private String passed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /// @param piece most bytes given at once
  private TagStream tags(String xml, int piece) {
    InputStream whole = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    return new TagStream(
        new InputStream() {
          @Override
          public int read() throws IOException {
            return whole.read();
          }

          @Override
          public int read(byte[] into, int from, int most) throws IOException {
            return whole.read(into, from, Math.min(most, piece));
          }
        },
        out);
  }
}
