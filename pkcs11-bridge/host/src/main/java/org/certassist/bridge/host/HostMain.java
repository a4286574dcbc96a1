package org.certassist.bridge.host;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.Frame;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.RequestCodec;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.ResponseCodec;
import org.certassist.bridge.protocol.WireException;

/// The host program: frames in on standard input, frames out on what was standard output.
///
/// One thread reads, so that the end of the line is noticed and the process halts even while the
/// driver hangs in the other thread, which does all the work.
public final class HostMain {
  /// Started with this argument, a host may make tokens, keys and certificates.
  public static final String PROVISIONING = "--provisioning";

  private static final int BROKEN_LINE = 3;
  private static final int WAITING = 64;

  private final SuddenEnd end = SuddenEnd.ofThisSystem();
  private final FrameOutput out;
  private final Dispatcher dispatcher;
  private final BlockingQueue<Frame> waiting = new ArrayBlockingQueue<>(WAITING);

  private HostMain(FrameOutput out, boolean provisioning) {
    this.out = out;
    this.dispatcher = new Dispatcher(provisioning);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var host = new HostMain(FrameOutput.take(), List.of(arguments).contains(PROVISIONING));
    Thread.ofPlatform().name("line").daemon().start(() -> host.read(FrameInput.take()));
    host.work();
  }

  private void read(InputStream in) {
    int status = BROKEN_LINE;
    try {
      Optional<Frame> frame = Frame.read(in);
      while (frame.isPresent()) {
        waiting.put(frame.get());
        frame = Frame.read(in);
      }
      status = 0;
    } catch (WireException e) {
      System.err.println("host: " + e.getMessage());
      if (e.kind() == WireException.Kind.BAD_LENGTH) {
        tell(failed(0, FaultCode.FRAME_TOO_LARGE, ""));
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("host: " + e);
    } finally {
      end.with(status);
    }
  }

  private void work() throws InterruptedException {
    while (true) {
      try (Frame frame = waiting.take()) {
        tell(answer(frame));
      }
    }
  }

  private byte[] answer(Frame frame) {
    Request request;
    try {
      request = RequestCodec.decode(frame);
    } catch (WireException e) {
      boolean unknown = e.kind() == WireException.Kind.UNKNOWN_TYPE;
      return failed(
          frame.id(),
          unknown ? FaultCode.UNKNOWN_REQUEST : FaultCode.MALFORMED,
          String.valueOf(e.getMessage()));
    }
    frame.close();
    try {
      return ResponseCodec.encode(frame.id(), dispatcher.answer(request));
    } catch (RuntimeException e) {
      e.printStackTrace();
      return failed(frame.id(), FaultCode.INTERNAL, e.getClass().getName());
    }
  }

  private static byte[] failed(int id, FaultCode code, String detail) {
    return ResponseCodec.encode(id, new Response.Failed(Fault.of(code, detail)));
  }

  private void tell(byte[] frame) {
    try {
      out.write(frame);
    } catch (IOException e) {
      System.err.println("host: " + e.getMessage());
      end.with(BROKEN_LINE);
    }
  }
}
