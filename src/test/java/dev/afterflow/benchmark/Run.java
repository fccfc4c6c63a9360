package dev.afterflow.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One measured run, all figures for one case: processor milliseconds, statements, commits, KiB; and cases a second. */
record Run(int cases, double perSecond, double jvm, double postgres, double statements, double commits, double log, double disk) {

    private static final double KIB = 1024;

    static Run of(int cases, double seconds, Meter.Reading cost) {
        return new Run(cases, cases / seconds, cost.jvm() / cases, cost.postgres() / cases, (double) cost.statements() / cases,
                (double) cost.commits() / cases, cost.log() / KIB / cases, cost.disk() / KIB / cases);
    }

    double processor() {
        return jvm + postgres;
    }

    /** Each figure's median on its own. */
    static Run median(List<Run> runs) {
        return new Run(runs.get(0).cases, median(runs, Run::perSecond), median(runs, Run::jvm), median(runs, Run::postgres),
                median(runs, Run::statements), median(runs, Run::commits), median(runs, Run::log), median(runs, Run::disk));
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        List<Run> sorted = runs.stream().sorted(Comparator.comparingDouble(figure)).toList();
        return figure.applyAsDouble(sorted.get(sorted.size() / 2));
    }
}
