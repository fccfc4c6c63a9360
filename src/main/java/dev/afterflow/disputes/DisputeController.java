package dev.afterflow.disputes;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A case's dispute at the browser's door: checklist, pack, verdict and money. */
@RestController
@RequestMapping("/api/cases/{number}/dispute")
@Tag(name = "Disputes")
class DisputeController {

    private static final String READERS = "hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')";
    private static final String WORKERS = "hasAnyRole('AGENT','LEAD','SUPERVISOR','LEGAL','MANAGER')";

    private final DisputeFolder folder;
    private final DisputeItems items;
    private final DisputePacks packs;
    private final DisputeVerdicts verdicts;
    private final DisputeProcess process;

    DisputeController(DisputeFolder folder, DisputeItems items, DisputePacks packs, DisputeVerdicts verdicts, DisputeProcess process) {
        this.folder = folder;
        this.items = items;
        this.packs = packs;
        this.verdicts = verdicts;
        this.process = process;
    }

    /** What is put to an item: files of the case, words, or both. */
    record Put(List<UUID> files, String words) {
    }

    /** WON, LOST or PART; {@code bears} is what we bear of a verdict in part. */
    record Told(String verdict, Money bears, String words) {
    }

    /** Amounts as the provider's statement says, all in the dispute's currency. */
    record Correction(Money withheld, Money returned, Money lost, Money fee, String note) {
    }

    @GetMapping
    @PreAuthorize(READERS)
    @Operation(summary = "争议、清单、证据包和钱 / The dispute, its checklist, packs and money")
    DisputeFolder.View show(@PathVariable String number) {
        return folder.open(number);
    }

    @PutMapping("/items/{code}")
    @PreAuthorize(WORKERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "给清单项目加证据 / Puts files or words to an item of the checklist; what stood there is replaced",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"files":[],"words":"签收底单见快递网点回执"}"""))))
    void put(@PathVariable String number, @PathVariable String code, @RequestBody Put put) {
        Dispute of = folder.find(number);
        if (!of.waitsForAnswer()) {
            throw Problem.conflict("disputes.answered", "已答复，清单不能再改", "It is answered; the list cannot be changed any more");
        }
        items.put(of, code, put.files() == null ? List.of() : put.files(), put.words(), Who.current());
    }

    @GetMapping(path = "/preview", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize(READERS)
    @Operation(summary = "预览证据包 / The pack as it would be now, as a PDF")
    ResponseEntity<byte[]> preview(@PathVariable String number) {
        return file(packs.preview(folder.find(number)), MediaType.APPLICATION_PDF, "preview.pdf");
    }

    @GetMapping(path = "/packs/{turn}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize(READERS)
    @Operation(summary = "证据包 PDF / A pack that was made, as a PDF")
    ResponseEntity<byte[]> pdf(@PathVariable String number, @PathVariable String turn) {
        return file(packs.pdf(folder.find(number).caseNumber(), turn(turn)), MediaType.APPLICATION_PDF, "evidence-" + turn + ".pdf");
    }

    @GetMapping(path = "/packs/{turn}.zip", produces = "application/zip")
    @PreAuthorize(READERS)
    @Operation(summary = "证据包 ZIP / A pack that was made, as a ZIP with its manifest of hashes")
    ResponseEntity<byte[]> zip(@PathVariable String number, @PathVariable String turn) {
        return file(packs.zip(folder.find(number).caseNumber(), turn(turn)), MediaType.parseMediaType("application/zip"), "evidence-" + turn + ".zip");
    }

    @PostMapping("/verdict")
    @PreAuthorize(WORKERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "登记判定 / Types in a verdict told in the seller's centre or by letter; the same again changes nothing",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"verdict":"LOST","words":"签收凭证与收件人不符"}"""))))
    void verdict(@PathVariable String number, @RequestBody Told told) {
        if (told.verdict() == null || !List.of("WON", "LOST", "PART").contains(told.verdict())) {
            throw Problem.invalid("verdict", "values", "请填写 WON、LOST 或 PART", "Give WON, LOST or PART");
        }
        String caseNumber = folder.find(number).caseNumber();
        process.hold(caseNumber);
        if (verdicts.told(caseNumber, told.verdict(), told.bears(), told.words())) {
            process.verdict(caseNumber);
        }
    }

    @PutMapping("/money")
    @PreAuthorize("hasAnyRole('FINANCE','MANAGER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "按对账单更正争议的钱 / Corrects what was withheld, came back, was lost or cost a fee, by the provider's statement",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"withheld":{"minor":12950,"currency":"CNY"},"returned":{"minor":12950,"currency":"CNY"},"lost":{"minor":0,"currency":"CNY"},
                     "fee":{"minor":0,"currency":"CNY"},"note":"11 月对账单第 7 行"}"""))))
    void money(@PathVariable String number, @RequestBody Correction told) {
        Dispute of = folder.find(number);
        if (told.withheld() == null || told.returned() == null || told.lost() == null || told.fee() == null || told.note() == null || told.note().isBlank()) {
            throw Problem.invalid("money", "required", "请填写四个金额和依据", "Give the four amounts and what they rest on");
        }
        Who.demandFreshCode();
        verdicts.correct(of.caseNumber(), new Dispute.Sheet(of.money().amount(), told.withheld(), told.returned(), told.lost(), told.fee()), told.note(), Who.current());
    }

    private static int turn(String told) {
        if (!told.matches("\\d{1,6}")) {
            throw Problem.notFound("pack");
        }
        return Integer.parseInt(told);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff").header(HttpHeaders.CACHE_CONTROL, "no-store").body(bytes);
    }
}
