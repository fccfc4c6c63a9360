package dev.afterflow.cockpit;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The tables of the screens, for a spreadsheet, in the asker's language. */
@Component
class Tables {

    ResponseEntity<byte[]> days(Overview.Shown shown, Locale locale) {
        Csv csv = new Csv(english(locale)
                ? List.of("day", "opened", "closed", "reopened", "closed by itself", "promises broken", "tasks late", "open at the end")
                : List.of("日期", "新建", "结案", "再次来访", "自动完结", "违约时限", "逾期任务", "日末在办"));
        shown.days().forEach(day -> csv.line(day.day(), day.opened(), day.closed(), day.reopened(), day.byItself(), day.broken(),
                day.late(), day.backlog()));
        return csv.file("cockpit-days.csv");
    }

    ResponseEntity<byte[]> steps(Processes.Shown shown, Locale locale) {
        boolean english = english(locale);
        Csv csv = new Csv(english
                ? List.of("step", "name", "waiting now", "failed", "entered", "left", "cancelled", "late", "wait p50 s", "wait p95 s")
                : List.of("步骤", "名称", "当前等待", "已停止", "进入", "离开", "取消", "逾期", "等待 p50 秒", "等待 p95 秒"));
        shown.steps().forEach(step -> csv.line(step.activity(), english ? step.nameEn() : step.nameZh(), step.waiting(), step.failed(),
                step.entered(), step.ended(), step.cancelled(), step.late(), step.waited().p50(), step.waited().p95()));
        return csv.file("cockpit-steps.csv");
    }

    ResponseEntity<byte[]> incidents(List<Incidents.Shown> groups, Locale locale) {
        boolean english = english(locale);
        Csv csv = new Csv(english ? List.of("what stopped", "cause", "what it means", "count", "first", "last", "process", "step", "sample")
                : List.of("停止的步骤", "原因", "对买家的影响", "数量", "首次", "最近", "流程", "步骤", "原文"));
        groups.forEach(group -> csv.line(english ? group.whatEn() : group.whatZh(), english ? group.causeEn() : group.causeZh(),
                english ? group.meansEn() : group.meansZh(), group.count(), group.firstAt(), group.lastAt(), group.process(), group.place(),
                group.sample()));
        return csv.file("cockpit-incidents.csv");
    }

    static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
