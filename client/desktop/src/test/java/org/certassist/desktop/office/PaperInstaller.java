package org.certassist.desktop.office;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerDownload;
import org.certassist.core.installer.InstallerException;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerFiles;
import org.certassist.core.installer.InstallerPolicy.Rule;
import org.certassist.core.installer.InstallerStart;
import org.certassist.core.installer.RunInstaller;

/// A maker's installer for the ePass that goes as a test says.
public final class PaperInstaller {
  private static final Path FILE = Path.of("/home/wang/installers/epass-setup.deb");
  private static final Installer INSTALLER =
      new Installer(
          "epass3000gm-2.4.deb",
          URI.create("https://driver.ca.example/epass/epass3000gm-2.4.deb"),
          "5f".repeat(32),
          "飞天诚信科技股份有限公司",
          List.of(),
          18_400_000);

  private volatile boolean named;
  private volatile boolean handsOn;
  private volatile boolean here;
  private volatile Rule rule = new Rule.Nothing();
  private volatile Optional<InstallerFault> trouble = Optional.empty();
  private volatile CountDownLatch download = new CountDownLatch(0);
  private volatile CountDownLatch end = new CountDownLatch(0);
  private final AtomicInteger runs = new AtomicInteger();

  /// The catalogue names it.
  public PaperInstaller named() {
    named = true;
    return this;
  }

  /// IT's policy names a folder without it.
  public PaperInstaller notInFolder() {
    rule = new Rule.Folder(Path.of("/srv/drivers"));
    return this;
  }

  /// It fails so.
  public PaperInstaller failing(InstallerFault fault) {
    trouble = Optional.of(fault);
    return this;
  }

  /// Nothing fails any more.
  public void mended() {
    trouble = Optional.empty();
  }

  public PaperInstaller handingOn() {
    handsOn = true;
    return this;
  }

  /// Half of it comes, and the rest after the latch.
  public PaperInstaller slow(CountDownLatch latch) {
    download = latch;
    return this;
  }

  /// It runs until the latch.
  public PaperInstaller lasting(CountDownLatch latch) {
    end = latch;
    return this;
  }

  /// How often it was run to its end.
  public int runs() {
    return runs.get();
  }

  RunInstaller running() {
    return new RunInstaller(
        Map.of("epass", INSTALLER), () -> rule, new Files(), new Server(), new Start());
  }

  private final class Server implements InstallerDownload {
    @Override
    public void fetch(Installer installer, OutputStream to)
        throws InstallerException, java.io.IOException, InterruptedException {
      if (trouble.isPresent()) {
        throw new InstallerException(trouble.get());
      }
      to.write(new byte[(int) installer.bytes() / 2]);
      download.await();
    }
  }

  private final class Files implements InstallerFiles {
    @Override
    public Optional<Path> find(Path folder, Installer installer) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> ready(Installer installer) {
      return here ? Optional.of(FILE) : Optional.empty();
    }

    @Override
    public Path keep(Installer installer, Filling filling)
        throws InstallerException, InterruptedException {
      try {
        filling.fill(OutputStream.nullOutputStream());
      } catch (java.io.IOException impossible) {
        throw new AssertionError(impossible);
      }
      here = true;
      return FILE;
    }

    @Override
    public Filling copyOf(Path file) {
      return _ -> {};
    }

    @Override
    public void forget(Installer installer) {
      here = false;
    }
  }

  private final class Start implements InstallerStart {
    @Override
    public boolean knows(Installer installer) {
      return named;
    }

    @Override
    public void checkPublisher(Path file, Installer installer) {}

    @Override
    public End run(Path file, Installer installer) throws InterruptedException {
      end.await();
      runs.incrementAndGet();
      return handsOn ? End.HANDED_ON : End.INSTALLED;
    }
  }
}
