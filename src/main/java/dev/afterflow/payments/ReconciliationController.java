package dev.afterflow.payments;

import dev.afterflow.payments.Mismatches.Verdict;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** Shows finance and managers where our books and a provider's statement differ, and fetches a day's statements now. */
@RestController
@RequestMapping("/api/payments/reconciliation")
class ReconciliationController {

    private static final String READERS = "hasAnyRole('FINANCE', 'OWNER', 'MANAGER', 'DIRECTOR')";

    private final ReconciliationPages pages;
    private final DayFigures figures;
    private final Statements statements;

    ReconciliationController(ReconciliationPages pages, DayFigures figures, Statements statements) {
        this.pages = pages;
        this.figures = figures;
        this.statements = statements;
    }

    /** The day whose statement is wanted, as the provider counts days; without a provider all, without a shop all the asker's. */
    record Run(LocalDate day, String provider, String shop) {
    }

    /** What was fetched. */
    record Ran(LocalDate day, List<Statements.Taken> statements) {
    }

    /** The published figures, the newest day first. */
    @GetMapping("/days")
    @PreAuthorize(READERS)
    List<DayFigures.Day> days(@RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam(required = false) String shop) {
        if (from.isAfter(to) || from.plusDays(366).isBefore(to)) {
            throw Problem.invalid("from", "range", "请选择不超过一年的起止日期", "Choose a range of at most a year");
        }
        return figures.between(from, to, shop);
    }

    /** The lines of a day with their verdicts, and what we booked that they lack. */
    @GetMapping("/statements")
    @PreAuthorize(READERS)
    ReconciliationPages.Page statements(@RequestParam LocalDate day, @RequestParam(required = false) String provider,
            @RequestParam(required = false) String shop, @RequestParam(required = false) Verdict verdict,
            @RequestParam(required = false) String after, @RequestParam(required = false) Integer limit) {
        return pages.statements(new ReconciliationPages.Wanted(day, provider, shop, verdict), after, limit);
    }

    /** The differences, the newest first; unless asked otherwise those nobody has answered. */
    @GetMapping("/mismatches")
    @PreAuthorize(READERS)
    ReconciliationPages.Page mismatches(@RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) String after, @RequestParam(required = false) Integer limit) {
        return pages.mismatches(open, after, limit);
    }

    /** Accounts that must return to zero and do not stand there, with whose question that is. */
    @GetMapping("/clearing")
    @PreAuthorize(READERS)
    List<ReconciliationPages.Clearing> clearing() {
        return pages.clearing();
    }

    /** Fetches a day's statements from the providers now; a line taken before changes nothing. */
    @PostMapping("/run")
    @PreAuthorize("hasAnyRole('FINANCE', 'ADMIN')")
    Ran run(@RequestBody Run run) {
        List<StatementSource> sources = run.provider() == null ? statements.sources()
            : List.of(statements.source(run.provider()).orElseThrow(() -> Problem.notFound("provider")));
        if (run.day() == null || sources.stream().anyMatch(source -> run.day().isAfter(statements.today(source)))) {
            throw Problem.invalid("day", "past", "请选择今天或更早的日期", "Choose today or an earlier day");
        }
        List<Statements.Taken> taken = sources.stream().flatMap(source -> source.accounts().stream()
            .filter(account -> mine(run, account)).map(account -> take(source, account, run.day()))).toList();
        figures.publish();
        return new Ran(run.day(), taken);
    }

    private static boolean mine(Run run, String account) {
        return account.equals("house") || Who.current().shops().contains(account) && (run.shop() == null || run.shop().equals(account));
    }

    private Statements.Taken take(StatementSource source, String account, LocalDate day) {
        try {
            return statements.take(source, account, day);
        } catch (IllegalStateException | RestClientException notNow) {
            throw Problem.conflict("payments.noBill", "渠道“" + Providers.name(source.provider(), true) + "”暂时没有提供这一天的账单，请稍后再试",
                "The provider " + Providers.name(source.provider(), false) + " does not give that day's statement now; try again later");
        }
    }
}
