/** A report without findings. */
export const goodReport = `---
title: "Event 1"
date: 2025-11-29
weight: 1
pre: " <b> 4.1. </b> "
---

# Summary Report: “Grid Day”

## Event Information

- **Date:** Saturday, November 29th, 2025

## Objectives

- Learn how the load is shared

## Speakers

- **Lan Pham** – Engineer, Gridworks

## Highlights

- A grid is a promise

## Takeaways

- Measure first

## Applying to Work

- Draw our own load
`
