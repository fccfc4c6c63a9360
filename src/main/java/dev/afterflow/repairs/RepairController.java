package dev.afterflow.repairs;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Repairs and shortages of a case at the browser's door. */
@RestController
@RequestMapping("/api/cases/{number}/workshop")
@Tag(name = "Repairs")
class RepairController {

    private static final int LONGEST_NOTE = 1000;

    private final WorkshopFolder folder;
    private final Cases cases;
    private final Timeline timeline;
    private final RepairProcess process;

    RepairController(WorkshopFolder folder, Cases cases, Timeline timeline, RepairProcess process) {
        this.folder = folder;
        this.cases = cases;
        this.timeline = timeline;
        this.process = process;
    }

    /** What the buyer said on the phone. */
    record Told(Boolean accepted, String note) {
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')")
    @Operation(summary = "维修与少发错发 / What was packed, weighed and found, who answers for it, and how a repair stands")
    WorkshopView show(@PathVariable String number) {
        return folder.open(cases.find(number).number());
    }

    @PostMapping("/quote")
    @PreAuthorize("hasAnyRole('AGENT','LEAD','SUPERVISOR','MANAGER')")
    @Operation(summary = "电话答复报价 / Records what the buyer said to the quote on the phone, once while it is open")
    WorkshopView answer(@PathVariable String number, @RequestBody Told told) {
        cases.find(number);
        if (told.accepted() == null) {
            throw Problem.invalid("accepted", "required", "请选择买家是否同意", "Say whether the buyer agrees");
        }
        process.answered(number, told.accepted(), note(told), Who.current());
        return folder.open(number);
    }

    @PostMapping("/failure")
    @PreAuthorize("hasAnyRole('AGENT','LEAD','SUPERVISOR','MANAGER')")
    @Operation(summary = "修后又坏 / Records that what was repaired does not work again, while it is vouched for")
    @Transactional
    WorkshopView failed(@PathVariable String number, @RequestBody Told told) {
        cases.find(number);
        timeline.add(number, "REQUEST", "买家说修后又坏：" + note(told), "The buyer says it does not work again: " + note(told), Map.of());
        process.failedAgain(number);
        return folder.open(number);
    }

    private static String note(Told told) {
        if (told.note() == null || told.note().isBlank() || told.note().length() > LONGEST_NOTE || told.note().indexOf('\0') >= 0) {
            throw Problem.invalid("note", "length", "请写明买家怎么说，最多 1000 字", "Say what the buyer said, in at most 1000 characters");
        }
        return told.note().strip();
    }
}
