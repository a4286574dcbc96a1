package org.certassist.desktop.certificate;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.ExportCertificate;
import org.certassist.core.filing.InspectCertificates;
import org.certassist.core.filing.InspectedCertificate;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.filing.UpgradeGuide;
import org.certassist.core.filing.UpgradeGuide.Colour;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.certificate.CertificateGroup.Entry;
import org.certassist.desktop.certificate.CertificateSource.OnKey;
import org.certassist.desktop.certificate.CertificateView.AskingColour;
import org.certassist.desktop.certificate.CertificateView.Details;
import org.certassist.desktop.certificate.CertificateView.Failed;
import org.certassist.desktop.certificate.CertificateView.Guiding;
import org.certassist.desktop.certificate.CertificateView.Looking;
import org.certassist.desktop.certificate.CertificateView.Nothing;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.Opener;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.WindowFault;
import org.certassist.desktop.key.KeyFilesViewModel;
import org.certassist.desktop.key.KeyState;

/// The certificates that can be looked at, the one that is, and what is done with it.
public final class CertificatesViewModel {
  private final InspectCertificates inspect;
  private final ExportCertificate exporting;
  private final Opener opener;
  private final Consumer<Path> keyFile;
  private final ObservableValue<Profile> profile;
  private final Background background;
  private final CertificateFiles files;
  private final ReadOnlyObjectWrapper<List<CertificateGroup>> groups =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<CertificateView> view =
      new ReadOnlyObjectWrapper<>(new Nothing());
  private final ReadOnlyObjectWrapper<Optional<Saved>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fault>> notOpened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<CertificateGroup> keys = List.of();
  private int latest;

  /// @param keyFile takes a file that holds keys, whose password is asked elsewhere
  public CertificatesViewModel(
      InspectCertificates inspect,
      ExportCertificate exporting,
      Opener opener,
      Consumer<Path> keyFile,
      ObservableValue<Profile> profile,
      Background background) {
    this.inspect = inspect;
    this.exporting = exporting;
    this.opener = opener;
    this.keyFile = keyFile;
    this.profile = profile;
    this.background = background;
    this.files =
        new CertificateFiles(inspect, profile, background, this::fileOpened, this::listAnew);
  }

  /// Those of the keys, then those of the files.
  public ReadOnlyObjectProperty<List<CertificateGroup>> groups() {
    return groups.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<FileReading> reading() {
    return files.reading();
  }

  public ReadOnlyObjectProperty<CertificateView> view() {
    return view.getReadOnlyProperty();
  }

  /// What became of the last export.
  public ReadOnlyObjectProperty<Optional<Saved>> saved() {
    return saved.getReadOnlyProperty();
  }

  /// Why the CA's page was not shown.
  public ReadOnlyObjectProperty<Optional<Fault>> notOpened() {
    return notOpened.getReadOnlyProperty();
  }

  /// The keys as they were seen last; while they are looked for the list stays as it is.
  public void follow(KeyState state) {
    switch (state) {
      case KeyState.Looking _ -> {}
      case KeyState.Failed _ -> take(List.of());
      case KeyState.Looked looked -> take(looked.overview().keys());
    }
  }

  private void take(List<SeenKey> seen) {
    keys =
        seen.stream()
            .filter(key -> !key.certificates().isEmpty())
            .map(key ->
                CertificateFiles.group(
                    new OnKey(key.token()),
                    key.certificates(),
                    inspect,
                    key.token().issuers(List.of())))
            .toList();
    listAnew();
  }

  public void open(Path file) {
    if (KeyFilesViewModel.isOne(file)) {
      keyFile.accept(file);
    } else {
      files.open(file);
    }
  }

  public void putAway(CertificateSource source) {
    files.putAway(source);
  }

  /// The region has changed.
  public void judgeAnew() {
    files.judgeAnew();
  }

  private void fileOpened(CertificateGroup group) {
    list();
    group.first().ifPresent(this::choose);
  }

  /// The one that is looked at stays, as it is seen now, for as long as it is there.
  private void listAnew() {
    list();
    Optional<Entry> still = view.get().chosen().filter(entry -> group(entry).isPresent());
    if (still.isEmpty()) {
      latest++;
      view.set(new Nothing());
      groups.get().stream()
          .flatMap(group -> group.first().stream())
          .findFirst()
          .ifPresent(this::choose);
    } else if (view.get() instanceof Details
        || view.get() instanceof Looking
        || view.get() instanceof Failed) {
      look(still.get());
    }
  }

  private void list() {
    List<CertificateGroup> all = new ArrayList<>(keys);
    all.addAll(files.groups());
    groups.set(List.copyOf(all));
  }

  private Optional<CertificateGroup> group(Entry entry) {
    return groups.get().stream()
        .filter(group -> group.source().id().equals(entry.source()))
        .filter(group -> group.find(entry.certificate()).isPresent())
        .findFirst();
  }

  /// Shows what is to be said of a certificate in the list.
  public void choose(Entry entry) {
    saved.set(Optional.empty());
    notOpened.set(Optional.empty());
    view.set(new Looking(entry));
    look(entry);
  }

  /// The same for one of a key, wherever in the window it was seen.
  public void choose(EncodedCertificate certificate) {
    find(certificate).ifPresent(this::choose);
  }

  private Optional<Entry> find(EncodedCertificate certificate) {
    return groups.get().stream()
        .flatMap(group -> group.find(certificate).map(group::entry).stream())
        .findFirst();
  }

  private void look(Entry entry) {
    int mine = ++latest;
    Profile now = profile.getValue();
    CertificateGroup group = group(entry).orElseThrow();
    background.<InspectedCertificate>run(
        "certificate",
        () -> inspect.inspect(entry.certificate(), group.material(), now),
        end -> {
          if (mine == latest) {
            switch (end) {
              case End.Finished<InspectedCertificate>(var seen) -> {
                show(entry, seen, group);
                ask(entry, seen, group, now, mine);
              }
              case End.Failed<InspectedCertificate>(var fault) ->
                  view.set(new Failed(entry, fault));
              case End.Cancelled<InspectedCertificate>() ->
                  view.set(new Failed(entry, new WindowFault.Unexpected()));
            }
          }
        });
  }

  /// What stands in it is shown before its CAs have said whether they took it back.
  private void ask(
      Entry entry, InspectedCertificate before, CertificateGroup group, Profile of, int mine) {
    background.<InspectedCertificate>run(
        "revocation",
        () -> inspect.ask(entry.certificate(), group.material(), of),
        end -> {
          if (mine == latest
              && view.get() instanceof Details
              && end instanceof End.Finished<InspectedCertificate>(var seen)
              && !seen.equals(before)) {
            show(entry, seen, group);
          }
        });
  }

  private void show(Entry entry, InspectedCertificate seen, CertificateGroup group) {
    view.set(new Details(entry, seen, group.standing(entry.certificate())));
  }

  /// Writes the certificate that is looked at.
  public void export(ExportCertificate.Form form, Path out) {
    if (view.get() instanceof Details(_, InspectedCertificate certificate, _)) {
      background.<Path>run(
          "export certificate",
          () -> {
            exporting.write(certificate.certificates(), form, out);
            return out;
          },
          end -> saved.set(Saved.of("saved.certificate", end)));
    }
  }

  /// How the certificate that is looked at is renewed or upgraded.
  public void guide() {
    view.get().chosen().ifPresent(this::guide);
  }

  /// The same for one of a key, wherever in the window it was seen.
  public void guide(EncodedCertificate certificate) {
    find(certificate).ifPresent(this::guide);
  }

  private void guide(Entry entry) {
    group(entry)
        .flatMap(group -> group.find(entry.certificate()))
        .flatMap(SeenCertificate::facts)
        .ifPresent(facts -> guide(entry, facts));
  }

  private void guide(Entry entry, CertificateFacts facts) {
    latest++;
    UpgradeGuide guide = UpgradeGuide.of(Optional.of(facts), Optional.empty());
    boolean depends = guide.routes().stream().anyMatch(route -> route.colour().isPresent());
    view.set(
        depends
            ? new AskingColour(entry, facts)
            : new Guiding(entry, facts, guide, Optional.empty()));
  }

  /// @param colour empty where she cannot tell: then every way is shown
  public void keyIs(Optional<Colour> colour) {
    if (view.get() instanceof AskingColour(Entry entry, CertificateFacts facts)) {
      view.set(new Guiding(entry, facts, UpgradeGuide.of(Optional.of(facts), colour), colour));
    }
  }

  /// From the steps to the question where there was one, else to the certificate.
  public void back() {
    if (view.get() instanceof Guiding guiding
        && guiding.guide().need() == UpgradeGuide.Need.UPGRADE) {
      guide(guiding.entry());
    } else {
      view.get().chosen().ifPresent(this::choose);
    }
  }

  public void openPage(URI page) {
    notOpened.set(Optional.empty());
    background.<URI>run(
        "CA page",
        () -> {
          opener.page(page);
          return page;
        },
        end -> {
          if (end instanceof End.Failed<URI>(var fault)) {
            notOpened.set(Optional.of(fault));
          }
        });
  }
}
