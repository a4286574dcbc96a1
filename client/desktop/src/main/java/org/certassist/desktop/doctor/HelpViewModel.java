package org.certassist.desktop.doctor;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.driver.Products;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.helpdesk.PhoneCodeReading;
import org.certassist.core.knowledge.KnowledgeEntry;

/// What this PC looks like in digits, and what digits say that somebody read out.
public final class HelpViewModel {
  private final DoctorServices services;
  private final CheckupViewModel checkup;
  private final ReadOnlyObjectWrapper<Optional<PhoneCodeReading>> reading =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public HelpViewModel(DoctorServices services, CheckupViewModel checkup) {
    this.services = services;
    this.checkup = checkup;
  }

  /// Nothing before this PC was looked at.
  public ObservableValue<Optional<PhoneCode>> phone() {
    return checkup
        .state()
        .map(state ->
            state instanceof CheckupState.Looked(var examined, var _)
                ? Optional.of(examined.phone())
                : Optional.empty());
  }

  /// What was made of the digits that were typed last.
  public ReadOnlyObjectProperty<Optional<PhoneCodeReading>> reading() {
    return reading.getReadOnlyProperty();
  }

  public void look() {
    checkup.look();
  }

  public void read(String digits) {
    reading.set(digits.isBlank() ? Optional.empty() : Optional.of(PhoneCode.read(digits)));
  }

  public Products products() {
    return services.products();
  }

  public Optional<KnowledgeEntry> known(Cause cause) {
    return services.knowledge().entry(cause.id());
  }
}
