package org.certassist.practice.portal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
  static final String TYPE = "multipart/form-data; boundary=b";

  private static Optional<List<Multipart.Part>> parse(String type, String body) {
    return Multipart.parse(type, body.replace("\n", "\r\n").getBytes(ISO_8859_1));
  }

  @Test
  void contentIsKeptByteForByte() {
    byte[] content = new byte[600];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i % 7 == 0 ? '\r' : i % 7 == 1 ? '\n' : i % 7 == 2 ? '-' : i);
    }
    var parts =
        Multipart.parse(
                "multipart/form-data; boundary=\"grenze\"",
                PortalClient.multipart(content, content))
            .orElseThrow();

    assertThat(parts).extracting(Multipart.Part::name).containsExactly("declaration", "signature");
    assertThat(parts.getFirst().mediaType()).isEqualTo("application/json");
    assertThat(parts).allSatisfy(part -> assertThat(part.content()).isEqualTo(content));
  }

  @Test
  void headersAreReadWhateverTheirCase() {
    var parts =
        parse(
                TYPE,
                """
                --b
                CONTENT-disposition: form-data; filename="x"; name="n"
                content-TYPE: Application/JSON; charset=utf-8

                {}
                --b--
                """)
            .orElseThrow();

    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().name()).isEqualTo("n");
    assertThat(parts.getFirst().mediaType()).isEqualTo("application/json");
    assertThat(parts.getFirst().content()).isEqualTo("{}".getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b",
        "--b\n",
        "--b\nContent-Disposition: form-data; name=\"n\"\n\n{}",
        "--b\nContent-Disposition: form-data; name=\"n\"\n--b--",
        "--b\nno header\n\n{}\n--b--",
        "--b\nContent-Disposition: form-data\n\n{}\n--b--",
        "--c\nContent-Disposition: form-data; name=\"n\"\n\n{}\n--c--",
      })
  void whatIsNoWholeBodyIsEmpty(String body) {
    assertThat(parse(TYPE, body)).isEmpty();
  }

  @Test
  void moreThanEightPartsAreTooMany() {
    String part = "--b\nContent-Disposition: form-data; name=\"n\"\n\n{}\n";

    assertThat(parse(TYPE, part.repeat(8) + "--b--").orElseThrow()).hasSize(8);
    assertThat(parse(TYPE, part.repeat(9) + "--b--")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/mixed; boundary=b", "multipart/form-data", "text/plain", ""})
  void onlyFormDataWithABoundaryIsMultipart(String type) {
    assertThat(Multipart.isMultipart(type)).isFalse();
  }
}
