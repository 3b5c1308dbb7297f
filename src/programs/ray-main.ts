/** The end of a Ray Tune script: command line, tuner, and what the seeds say together. */
import type { Sweep } from '../domain/sweep/sweep.ts'
import { argument, type CodeLine, call, indented, line, plain } from './lines.ts'
import { python } from './python.ts'

interface Main {
  /** The metric besides the loss. */
  readonly qualities: readonly string[]
  /** Whether the grid has all combinations of the axes, or cells of its own. */
  readonly whole: boolean
  /** Whether runs read a file that lies beside the script. */
  readonly file: boolean
}

export function mainLines({ axes, test }: Sweep, { qualities, whole, file }: Main): CodeLine[] {
  const names = (all: readonly string[]) => all.map((name) => argument(python(name)))
  const scores = ['data_loss', ...qualities]
  const parts = ['train', 'val', ...(test ? ['test'] : [])]
  const off = axes.some(({ values }) => values.includes('off'))
  const columns = [...axes.map(({ setting }) => setting), 'end']
  return [
    ...call('SCORES = ', names(parts.flatMap((part) => scores.map((score) => `${part}_${score}`))), LIST),
    ...plain(`

def summarize(results):
    """Median, lowest and highest over the seeds, by value.

    Of every run its last epoch, and the one with the lowest
    validation loss.
    """
    rows = []
    for result in results:
        epochs = result.metrics_dataframe
        if epochs is None or epochs.empty:
            continue
        loss = epochs["val_data_loss"].fillna(np.inf)
        ends = {"last": epochs.iloc[-1], "best": epochs.loc[loss.idxmin()]}
        for end, row in ends.items():
            scores = row.reindex(["epoch", *SCORES])`),
    line(`            setting = ${whole ? 'result.config' : 'flat(result.config)'}`),
    ...(off
      ? plain(`            setting = {
                name: "off" if value is None else value
                for name, value in setting.items()
            }`)
      : []),
    ...plain(`            rows.append({**setting, "end": end, **scores})
    runs = pd.DataFrame(rows)
    runs.to_csv(f"{NAME}-runs.csv", index=False)`),
    ...indented(call('columns = ', names(columns), LIST)),
    ...plain(`    groups = runs.groupby(columns, sort=False, dropna=False)
    table = groups[SCORES].agg(["median", "min", "max"])
    table.columns = [" ".join(names) for names in table.columns]
    table.to_csv(f"{NAME}.csv")
    print(table.filter(like="val_data_loss").to_string())


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--address",
        help="of a Ray cluster, or auto; without it, this machine",
    )
    parser.add_argument(
        "--storage",
        default=str(Path("ray-results").resolve()),
        help="a folder or bucket that all machines reach",
    )
    parser.add_argument("--cpus", type=float, default=1, help="of one run")
    parser.add_argument("--gpus", type=float, default=0, help="of one run")
    args = parser.parse_args()`),
    ...(file
      ? plain(`    # Runs read the table that lies beside this script.
    os.environ["RAY_CHDIR_TO_TRIAL_DIR"] = "0"
    folder = {
        "working_dir": str(Path(__file__).resolve().parent),
        "excludes": ["ray-results"],
    }
    ray.init(address=args.address, runtime_env=folder)`)
      : plain('    ray.init(address=args.address)')),
    ...plain(`    resources = {"cpu": args.cpus, "gpu": args.gpus}
    trainable = tune.with_resources(train, resources)
    path = f"{args.storage}/{NAME}"
    if tune.Tuner.can_restore(path):
        tuner = tune.Tuner.restore(
            path,
            trainable=trainable,
            restart_errored=True,
        )
    else:
        space = {
            name: tune.grid_search(values)
            for name, values in GRID.items()
        }
        tuner = tune.Tuner(
            trainable,
            param_space=space,
            tune_config=tune.TuneConfig(
                metric="val_data_loss",
                mode="min",
            ),
            run_config=tune.RunConfig(
                name=NAME,
                storage_path=args.storage,
            ),
        )
    summarize(tuner.fit())


if __name__ == "__main__":
    main()`),
  ]
}

const LIST = { open: '[', close: ']', width: 70 }
