package dev.afterflow.claims;

import dev.afterflow.money.Money;
import dev.afterflow.sheets.SheetCell;
import dev.afterflow.words.Vocabulary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How carriers do, for those who choose and pay them. */
@RestController
@RequestMapping("/api/carrier-scorecard")
@Tag(name = "Claims")
class ScorecardController {

    private static final String READERS = "hasAnyRole('LEAD','SUPERVISOR','FINANCE','OWNER','MANAGER','DIRECTOR')";

    private final Scorecard scorecard;

    ScorecardController(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    @GetMapping
    @PreAuthorize(READERS)
    @Operation(summary = "承运商记分卡 / Parcels, faults, claimed, agreed, received, days to answer and refusals by carrier, or by region and fault too",
            description = "daysToAnswer is in tenths of a day; parcels is empty where rows are split by fault.")
    List<Scorecard.Row> rows(@RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam(required = false) String shop,
                             @RequestParam(defaultValue = "false") boolean byRegion, @RequestParam(defaultValue = "false") boolean byFault) {
        return scorecard.of(new Scorecard.Wanted(from, to, shop, byRegion, byFault));
    }

    @GetMapping("/table.csv")
    @PreAuthorize(READERS)
    @Operation(summary = "记分卡表格 / The same as a table for a spreadsheet")
    ResponseEntity<byte[]> table(@RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam(required = false) String shop,
                                 @RequestParam(defaultValue = "false") boolean byRegion, @RequestParam(defaultValue = "false") boolean byFault) {
        boolean chinese = Vocabulary.chinese();
        Stream<String> head = Stream.of(chinese ? "店铺,承运商,地区,过失,包裹数,理赔数,请求,同意,到账,核销,币种,有答复,有拒绝,平均答复天数"
                : "shop,carrier,region,fault,parcels,claims,claimed,agreed,received,written off,currency,answered,refused,days to answer");
        String csv = Stream.concat(head, scorecard.of(new Scorecard.Wanted(from, to, shop, byRegion, byFault)).stream().map(row -> line(row, chinese)))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("carriers-" + from + "-" + to + ".csv").build().toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Scorecard.Row row, boolean chinese) {
        return Stream.of(cell(row.shop()), cell(row.carrier()), cell(row.region()), cell(row.fault() == null ? "" : row.fault().words(chinese)),
                row.parcels() == null ? "" : row.parcels().toString(), Long.toString(row.faults()), plain(row.claimed()), plain(row.agreed()),
                plain(row.received()), plain(row.writtenOff()), row.currency(), Long.toString(row.answered()), Long.toString(row.denied()),
                row.daysToAnswer() == null ? "" : BigDecimal.valueOf(row.daysToAnswer(), 1).toPlainString()).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return "\"" + SheetCell.text(text == null ? "" : text).replace("\"", "\"\"") + "\"";
    }

    private static String plain(Money money) {
        return BigDecimal.valueOf(money.minor(), Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits())).toPlainString();
    }
}
