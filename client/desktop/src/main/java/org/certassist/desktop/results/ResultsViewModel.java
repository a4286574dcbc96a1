package org.certassist.desktop.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Kind;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.RefusedRows;
import org.certassist.core.listing.Listings;
import org.certassist.core.results.KeepResults;
import org.certassist.core.results.MatchResults;
import org.certassist.core.results.ReadResults;
import org.certassist.core.results.ResultLine;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.listing.ListingSource;

/// The portal's list for a declaration: taken in, matched, its wrong rows saved, its answers kept.
public final class ResultsViewModel {
  private final Listings listings;
  private final KeepResults keeping;
  private final RefusedRows refused;
  private final Consumer<History> kept;
  private final Background background;
  private final ReadOnlyObjectWrapper<ResultsState> state =
      new ReadOnlyObjectWrapper<>(new ResultsState.Closed());
  private final ReadOnlyObjectWrapper<Optional<Saved>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty pasted = new SimpleStringProperty("");
  private int latest;
  private boolean isKeeping;

  /// @param kept hears of the declaration when its answers were kept
  public ResultsViewModel(
      Listings listings,
      KeepResults keeping,
      RefusedRows refused,
      Consumer<History> kept,
      Background background) {
    this.listings = listings;
    this.keeping = keeping;
    this.refused = refused;
    this.kept = kept;
    this.background = background;
  }

  public ReadOnlyObjectProperty<ResultsState> state() {
    return state.getReadOnlyProperty();
  }

  /// What became of the last file that was to be written.
  public ReadOnlyObjectProperty<Optional<Saved>> saved() {
    return saved.getReadOnlyProperty();
  }

  /// What was pasted from the portal's page so far.
  public StringProperty pasted() {
    return pasted;
  }

  /// Begins with a declaration whose results she wants to take in.
  public void open(History declaration) {
    pasted.set("");
    choose(declaration);
  }

  public void close() {
    pasted.set("");
    show(new ResultsState.Closed());
  }

  /// Goes on with another declaration; a list that was read already is held against that one.
  public void choose(History declaration) {
    if (state.get() instanceof ResultsState.Matched matched) {
      match(declaration, matched.lines());
    } else {
      show(new ResultsState.Choosing(declaration, Optional.empty()));
    }
  }

  /// Takes in another list for the same declaration.
  public void anotherList() {
    if (state.get() instanceof ResultsState.Matched matched) {
      show(new ResultsState.Choosing(matched.declaration(), Optional.empty()));
    }
  }

  /// Reads a list; of several the last one counts.
  public void read(ListingSource source) {
    if (state.get() instanceof ResultsState.Choosing choosing) {
      History declaration = choosing.declaration();
      show(new ResultsState.Reading(declaration, source));
      await(declaration, () -> new ReadResults().read(source.read(listings)));
    }
  }

  private void match(History declaration, List<ResultLine> lines) {
    saved.set(Optional.empty());
    await(declaration, () -> lines);
  }

  private void await(History declaration, Background.Work<List<ResultLine>> work) {
    int mine = ++latest;
    background.<ResultsState>run(
        "results",
        () -> {
          List<ResultLine> lines = work.run();
          return new ResultsState.Matched(
              declaration,
              lines,
              new MatchResults().match(declaration.content(), lines),
              Optional.empty());
        },
        end -> {
          if (mine == latest) {
            switch (end) {
              case End.Finished<ResultsState>(ResultsState matched) -> state.set(matched);
              case End.Failed<ResultsState>(Fault fault) ->
                  state.set(new ResultsState.Choosing(declaration, Optional.of(fault)));
              case End.Cancelled<ResultsState>() ->
                  state.set(new ResultsState.Choosing(declaration, Optional.empty()));
            }
          }
        });
  }

  private void show(ResultsState now) {
    latest++;
    saved.set(Optional.empty());
    state.set(now);
  }

  /// Keeps the answers with the declaration, on her word that the list was whole.
  public void keep() {
    if (isKeeping || !(state.get() instanceof ResultsState.Matched matched)) {
      return;
    }
    isKeeping = true;
    background.<History>run(
        "keep results",
        () -> keeping.keep(matched.declaration(), matched.results()),
        end -> {
          isKeeping = false;
          switch (end) {
            case End.Finished<History>(History history) -> {
              replace(matched, history, Optional.empty());
              kept.accept(history);
            }
            case End.Failed<History>(Fault fault) ->
                replace(matched, matched.declaration(), Optional.of(fault));
            case End.Cancelled<History>() -> {}
          }
        });
  }

  /// Unless she went on to something else meanwhile.
  private void replace(ResultsState.Matched before, History declaration, Optional<Fault> notKept) {
    if (state.get().equals(before)) {
      state.set(new ResultsState.Matched(declaration, before.lines(), before.results(), notKept));
    }
  }

  /// Saves a workbook of only the wrong rows, each with the portal's words, to be corrected and
  /// filed again.
  public void saveWrong(Kind kind, Path out) {
    if (state.get() instanceof ResultsState.Matched matched) {
      background.<Path>run(
          "wrong rows",
          () -> {
            refused.write(matched.declaration().content(), matched.results().wrong(), kind, out);
            return out;
          },
          end -> saved.set(Saved.of("saved.refused", end)));
    }
  }
}
