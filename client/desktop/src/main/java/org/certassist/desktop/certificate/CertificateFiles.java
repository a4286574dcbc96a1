package org.certassist.desktop.certificate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.filing.CertificatePair;
import org.certassist.core.filing.InspectCertificates;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.certificate.CertificateSource.InFile;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;

/// The files of certificates that she opened, the last one first; none is kept beyond this run.
final class CertificateFiles {
  private final InspectCertificates inspect;
  private final ObservableValue<Profile> profile;
  private final Background background;
  private final Consumer<CertificateGroup> opened;
  private final Runnable changed;
  private final List<CertificateGroup> groups = new ArrayList<>();
  private final ReadOnlyObjectWrapper<FileReading> reading =
      new ReadOnlyObjectWrapper<>(new FileReading.None());
  private int latest;

  /// @param opened hears of a file that was asked for and is there now
  /// @param changed hears of any other change
  CertificateFiles(
      InspectCertificates inspect,
      ObservableValue<Profile> profile,
      Background background,
      Consumer<CertificateGroup> opened,
      Runnable changed) {
    this.inspect = inspect;
    this.profile = profile;
    this.background = background;
    this.opened = opened;
    this.changed = changed;
  }

  ReadOnlyObjectProperty<FileReading> reading() {
    return reading.getReadOnlyProperty();
  }

  List<CertificateGroup> groups() {
    return List.copyOf(groups);
  }

  /// Reads a file; of several only the last one asked for is shown.
  void open(Path file) {
    int mine = ++latest;
    Profile now = profile.getValue();
    reading.set(new FileReading.Reading(file));
    background.<CertificateGroup>run(
        "certificates",
        () -> group(new InFile(file), inspect.open(file), now),
        end -> {
          if (mine == latest) {
            take(file, end);
          }
        });
  }

  private void take(Path file, End<CertificateGroup> end) {
    switch (end) {
      case End.Finished<CertificateGroup>(CertificateGroup group) -> {
        removeAll(group.source());
        groups.addFirst(group);
        opened.accept(group);
        reading.set(new FileReading.None());
      }
      case End.Failed<CertificateGroup>(var fault) ->
          reading.set(new FileReading.Unusable(file, fault));
      case End.Cancelled<CertificateGroup>() ->
          reading.set(new FileReading.Unusable(file, new WindowFault.Unexpected()));
    }
  }

  /// Takes a file off the list; the file itself stays where it is.
  void putAway(CertificateSource source) {
    removeAll(source);
    changed.run();
  }

  private void removeAll(CertificateSource source) {
    groups.removeIf(group -> group.source().id().equals(source.id()));
  }

  /// Another region trusts other CAs.
  void judgeAnew() {
    Profile now = profile.getValue();
    List<CertificateGroup> before = groups();
    background.<List<CertificateGroup>>run(
        "judge certificates",
        () -> judged(before, now),
        end -> {
          if (end instanceof End.Finished<List<CertificateGroup>>(var judged)
              && now.equals(profile.getValue())) {
            judged.forEach(this::replace);
            changed.run();
          }
        });
  }

  private void replace(CertificateGroup anew) {
    groups.replaceAll(group -> group.source().id().equals(anew.source().id()) ? anew : group);
  }

  private List<CertificateGroup> judged(List<CertificateGroup> before, Profile now)
      throws InterruptedException {
    List<CertificateGroup> judged = new ArrayList<>();
    for (CertificateGroup group : before) {
      judged.add(
          group(
              group.source(),
              group.certificates().map(SeenCertificate::certificate).toList(),
              now));
    }
    return judged;
  }

  private CertificateGroup group(
      CertificateSource source, List<EncodedCertificate> certificates, Profile now)
      throws InterruptedException {
    return group(source, inspect.judge(certificates, now), inspect, List.of());
  }

  static CertificateGroup group(
      CertificateSource source,
      List<SeenCertificate> certificates,
      InspectCertificates inspect,
      List<EncodedCertificate> beside) {
    List<SeenCertificate> authorities =
        certificates.stream().filter(seen -> inspect.isAuthority(seen.certificate())).toList();
    List<SeenCertificate> others = new ArrayList<>(certificates);
    others.removeAll(authorities);
    return new CertificateGroup(source, CertificatePair.of(others), authorities, beside);
  }
}
