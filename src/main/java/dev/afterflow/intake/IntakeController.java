package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The machine door: a batch of one kind for one shop. */
@RestController
@RequestMapping("/api/intake")
class IntakeController {

    static final String NDJSON = "application/x-ndjson";

    private final Sorting sorting;
    private final RowReader reader;

    IntakeController(Sorting sorting, RowReader reader) {
        this.sorting = sorting;
        this.reader = reader;
    }

    @PostMapping(path = "/{kind}", consumes = {MediaType.APPLICATION_JSON_VALUE, NDJSON})
    @PreAuthorize("hasRole('KEY') and hasAuthority('SCOPE_intake:' + #kind)")
    ResponseEntity<Answer> deliver(@PathVariable String kind, @RequestParam(required = false) String shop,
                                   HttpServletRequest request, Locale locale) throws IOException {
        Tray tray = sorting.open(new Sorting.Delivery(shop(shop), "api", kind), lines -> { });
        boolean lines = MediaType.valueOf(NDJSON).includes(MediaType.valueOf(request.getContentType()));
        try (Spool spool = lines ? Spool.ofLines(request.getInputStream()) : Spool.ofJson(request.getInputStream())) {
            for (int row = 0; row < spool.rows(); row++) {
                reader.read(spool.row(row), tray);
            }
        }
        Answer answer = Answer.of(tray.finish(), locale.getLanguage());
        return ResponseEntity.status(answer.rejected() == answer.rows().size() ? 422 : 200).body(answer);
    }

    private static String shop(String asked) {
        Set<String> shops = Who.current().shops();
        if (asked == null && shops.size() == 1) {
            return shops.iterator().next();
        }
        if (asked == null) {
            throw Problem.malformed("shop", "required", "此密钥可用于多个店铺,请用 ?shop= 指明",
                    "This key is for several shops: say which with ?shop=");
        }
        if (!shops.contains(asked)) {
            throw Problem.notFound("shop");
        }
        return asked;
    }

    /** The receipt as senders read it, remedies in their language. */
    record Answer(int accepted, int duplicate, int rejected, List<Row> rows) {

        record Row(int row, String id, String result, List<Breach> faults) {
        }

        record Breach(String field, String rule, String remedy) {
        }

        static Answer of(Receipt receipt, String language) {
            return new Answer(receipt.accepted(), receipt.duplicate(), receipt.rejected(),
                    receipt.rows().stream().map(line -> row(line, language)).toList());
        }

        private static Row row(Receipt.Line line, String language) {
            return new Row(line.row(), line.id(), line.result().name().toLowerCase(Locale.ROOT), line.faults().stream()
                    .map(fault -> new Breach(fault.field(), fault.rule(), fault.remedy(language))).toList());
        }
    }
}
