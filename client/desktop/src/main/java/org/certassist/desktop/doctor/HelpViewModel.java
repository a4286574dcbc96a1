package org.certassist.desktop.doctor;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.driver.Products;
import org.certassist.core.helpdesk.ExaminePc.Examined;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.helpdesk.PhoneCodeReading;
import org.certassist.core.helpdesk.QrCodes;
import org.certassist.core.helpdesk.QrMatrix;
import org.certassist.core.helpdesk.QrText;
import org.certassist.core.knowledge.KnowledgeEntry;

/// What this PC looks like in digits, and what digits say that somebody read out.
public final class HelpViewModel {
  private final DoctorServices services;
  private final QrCodes qrCodes;
  private final CheckupViewModel checkup;
  private final ReadOnlyObjectWrapper<Optional<PhoneCodeReading>> reading =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public HelpViewModel(DoctorServices services, CheckupViewModel checkup) {
    this.services = services;
    this.qrCodes = services.help().qrCodes();
    this.checkup = checkup;
  }

  /// Nothing before this PC was looked at.
  public ObservableValue<Optional<Examined>> examined() {
    return checkup
        .state()
        .map(state ->
            state instanceof CheckupState.Looked(var examined, var _)
                ? Optional.of(examined)
                : Optional.empty());
  }

  /// The digits and every cause, for a camera.
  public QrMatrix qr(Examined examined) {
    return qrCodes.of(QrText.of(examined).text());
  }

  /// What was made of the digits that were typed last.
  public ReadOnlyObjectProperty<Optional<PhoneCodeReading>> reading() {
    return reading.getReadOnlyProperty();
  }

  public void look() {
    checkup.look();
  }

  public void read(String digits) {
    reading.set(digits.isBlank() ? Optional.empty() : Optional.of(PhoneCode.read(typed(digits))));
  }

  /// What a camera read of the QR code is taken for its digits.
  private static String typed(String text) {
    return QrText.read(text).map(scanned -> scanned.code().digits()).orElse(text);
  }

  public Products products() {
    return services.products();
  }

  public Optional<KnowledgeEntry> known(Cause cause) {
    return services.knowledge().entry(cause.id());
  }
}
