package org.certassist.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # field,           value,                    shown
          idNumber,          11010519491231002X,       110*************2X
          idNumber,          110105491231002,          110**********02
          idNumber,          E12345678,                E******78
          idNumber,          1234567,                  *******
          idNumber,          '',                       ''
          name,              张三,                      张*
          name,              欧阳娜娜,                   欧阳**
          name,              欧阳,                      欧*
          name,              𠮷野家,                    𠮷**
          name,              John Smith,               J*********
          phone,             13812345678,              *******5678
          phone,             63950010,                 ********
          householdAddress,  江苏省苏州市吴江区,          江苏省苏州市吴江区
          note,              证号11010519491231002X重复, 证号110*************2X重复
          note,              电话13812345678,           电话1********78
          unit.creditCode,   911101057174281234,       911101057174281234
          """)
  void personalDataAreHiddenAndTheRestIsShown(String field, String value, String shown) {
    assertThat(new Texts(Language.ZH).mask(field, value)).isEqualTo(shown);
  }

  /// Some CAs write a person's number into the common name, where no company stands.
  @Test
  void aCertificateIsCalledByNobodysWholeNumber() {
    String number = "11010519491231002X";
    CertificateFacts facts =
        new CertificateFacts(
            new EncodedCertificate(new byte[] {1}),
            "CN=赵敏 " + number + ",C=CN",
            new Holder(List.of(new HolderFact(HolderField.IDENTITY_NUMBER, number, "subject CN"))),
            "CN=CA",
            "1",
            Instant.EPOCH,
            Instant.EPOCH,
            "RSA 2048",
            CertificateUsage.SIGNING);

    assertThat(Mask.of(facts).title()).isEqualTo("CN=赵敏 110*************2X,C=CN");
  }
}
