/** What hosts take at most; what is above, they refuse, or drop without a word. */
export const hostLimits = {
  /**
   * Annotations of each severity for a step of a job, and bytes of its summary.
   *
   * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
   */
  github: { annotations: 10, summaryBytes: 1 << 20 },
  /**
   * Results of a run, of which the worst 5,000 are shown, and bytes of a file that gzip has packed. No
   * file of fewer bytes is packed to more.
   *
   * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
   */
  sarif: { results: 25_000, bytes: 10_000_000 },
  /**
   * Bytes of an annotation.
   *
   * https://buildkite.com/docs/agent/cli/reference/annotate
   */
  buildkite: { bytes: 1 << 20 },
  /**
   * Bytes of a file, below 30 MB in GitLab.
   *
   * https://docs.gitlab.com/ci/testing/unit_test_reports/
   */
  junit: { bytes: 30_000_000 - 1 },
} as const
