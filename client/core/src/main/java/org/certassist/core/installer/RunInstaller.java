package org.certassist.core.installer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.certassist.core.driver.Product;
import org.certassist.core.installer.InstallerPolicy.Rule;
import org.certassist.core.installer.InstallerProgress.Stage;
import org.certassist.core.installer.InstallerStart.End;
import org.certassist.core.installer.Offer.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what the program can do for a product's installation, and does it: brings the installer
/// here, checks it and starts it.
public final class RunInstaller {
  private static final Logger LOG = LoggerFactory.getLogger(RunInstaller.class);

  private final Map<String, Installer> known;
  private final InstallerPolicy policy;
  private final InstallerFiles files;
  private final InstallerDownload download;
  private final InstallerStart start;

  /// @param known the catalogue's installers for this system, by the product's id
  public RunInstaller(
      Map<String, Installer> known,
      InstallerPolicy policy,
      InstallerFiles files,
      InstallerDownload download,
      InstallerStart start) {
    this.known = Map.copyOf(known);
    this.policy = policy;
    this.files = files;
    this.download = download;
    this.start = start;
  }

  /// What can be done; empty where the catalogue names no installer that this system can start.
  /// IT's folder goes before a download. Reads files, asks no server.
  public Optional<Offer> offer(Product product) {
    return Optional.ofNullable(known.get(product.id())).filter(start::knows).map(this::offer);
  }

  private Offer offer(Installer installer) {
    if (files.ready(installer).isPresent()) {
      return new Offer(installer, new Origin.Here(), Optional.empty());
    }
    return switch (policy.read()) {
      case Rule.Nothing _ -> new Offer(installer, new Origin.Download(), Optional.empty());
      case Rule.Ignored(InstallerFault why) ->
          new Offer(installer, new Origin.Download(), Optional.of(why));
      case Rule.Folder(Path place) ->
          files
              .find(place, installer)
              .map(file -> new Offer(installer, new Origin.Folder(file), Optional.empty()))
              .orElseGet(() ->
                  new Offer(
                      installer,
                      new Origin.Download(),
                      Optional.of(InstallerFault.of("notInFolder", place))));
    };
  }

  /// Brings the installer here and runs it. Its bytes are checked once more right before.
  ///
  /// @param progress hears on this thread, or on the one that downloads
  /// @throws InstallerException `installer.…`
  /// @throws InterruptedException where it was cancelled; an installer that runs goes on
  public End run(Offer offer, Consumer<InstallerProgress> progress)
      throws InstallerException, InterruptedException {
    Installer installer = offer.installer();
    bring(offer, progress);
    progress.accept(new InstallerProgress(Stage.CHECKING, installer.bytes()));
    start.checkPublisher(ready(installer), installer);
    Path file = ready(installer);
    progress.accept(new InstallerProgress(Stage.RUNNING, installer.bytes()));
    LOG.info("{} is started, SHA-256 {}", file, installer.sha256());
    End end = start.run(file, installer);
    LOG.info("{}: {}", file, end);
    if (end == End.INSTALLED) {
      files.forget(installer);
    }
    return end;
  }

  private void bring(Offer offer, Consumer<InstallerProgress> progress)
      throws InstallerException, InterruptedException {
    Installer installer = offer.installer();
    switch (offer.origin()) {
      case Origin.Here _ -> {}
      case Origin.Folder(Path file) -> keep(installer, files.copyOf(file), progress);
      case Origin.Download _ -> keep(installer, to -> download.fetch(installer, to), progress);
    }
  }

  private void keep(
      Installer installer, InstallerFiles.Filling filling, Consumer<InstallerProgress> progress)
      throws InstallerException, InterruptedException {
    progress.accept(new InstallerProgress(Stage.FETCHING, 0));
    var _ = files.keep(installer, to -> filling.fill(new Counting(to, progress)));
  }

  private Path ready(Installer installer) throws InstallerException {
    return files
        .ready(installer)
        .orElseThrow(
            () -> new InstallerException(InstallerFault.of("notTheFile", installer.fileName())));
  }

  /// Says how many bytes have gone by, often enough for a bar that moves.
  private static final class Counting extends FilterOutputStream {
    private static final long STEP = 64 << 10;

    private final Consumer<InstallerProgress> progress;
    private long bytes;
    private long told;

    Counting(OutputStream to, Consumer<InstallerProgress> progress) {
      super(to);
      this.progress = progress;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      passed(1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
      out.write(some, offset, length);
      passed(length);
    }

    private void passed(int more) {
      bytes += more;
      if (bytes - told >= STEP) {
        told = bytes;
        progress.accept(new InstallerProgress(Stage.FETCHING, bytes));
      }
    }
  }
}
