package org.certassist.practice.portal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why the practice portal cannot be started.
public sealed interface StartFault extends Fault {
  @Override
  default FaultArea area() {
    return FaultArea.STORAGE;
  }

  /// Another process runs the practice portal of this home.
  ///
  /// @param address where it answers, as far as it has said so yet
  record Running(String folder, Optional<URI> address) implements StartFault {
    @Override
    public String id() {
      return "practice.portalRunning";
    }

    @Override
    public List<String> details() {
      return Stream.concat(Stream.of(folder), address.stream().map(URI::toString)).toList();
    }
  }

  /// The portal's data were written by a newer version of the program; they are left alone.
  record NewerData(String file) implements StartFault {
    @Override
    public String id() {
      return "practice.newerData";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// The portal's folder or data cannot be read or written.
  ///
  /// @param cause a short technical word
  record DataUnusable(String file, String cause) implements StartFault {
    @Override
    public String id() {
      return "practice.dataUnusable";
    }

    @Override
    public List<String> details() {
      return List.of(file, cause);
    }
  }

  /// The port is taken.
  record PortTaken(int port) implements StartFault {
    @Override
    public String id() {
      return "practice.portTaken";
    }

    @Override
    public FaultArea area() {
      return FaultArea.USAGE;
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(port));
    }
  }
}
